// Before anything is drawn: light or dark as it was chosen, else as the system says.
const chosen = localStorage.getItem('gradus-theme');
if (chosen) {
  document.documentElement.dataset.theme = chosen;
}
