package dev.gradus.studio;

/// Measures in a page how well its words stand out from what is behind them.
final class Contrast {
    /// Gives every word that is too faint (WCAG 2.2 AA: 4.5 to 1, large ones 3 to 1), or nothing.
    static final String TOO_FAINT =
            """
            (() => {
              const context = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', { willReadFrequently: true });
              const rgba = colour => { context.clearRect(0, 0, 1, 1); context.fillStyle = colour; context.fillRect(0, 0, 1, 1); return [...context.getImageData(0, 0, 1, 1).data]; };
              const light = c => { const [r, g, b] = c.map(v => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
              const behind = node => { for (let e = node; e; e = e.parentElement) { const c = rgba(getComputedStyle(e).backgroundColor); if (c[3] > 250) return c; } return [255, 255, 255]; };
              const faint = [];
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              for (let text; (text = walker.nextNode());) {
                const node = text.parentElement;
                if (!text.textContent.trim() || node.closest('.sr, .skip, dialog, option, [hidden], .waiting') || !node.getClientRects().length) continue;
                const style = getComputedStyle(node);
                const ink = rgba(node instanceof SVGElement ? style.fill : style.color);
                const [a, b] = [light(ink.slice(0, 3)), light(behind(node).slice(0, 3))].sort((x, y) => y - x);
                const size = parseFloat(style.fontSize);
                const needed = size >= 24 || size >= 18.66 && style.fontWeight >= 700 ? 3 : 4.5;
                if ((a + 0.05) / (b + 0.05) < needed) faint.push(text.textContent.trim().slice(0, 40) + ' ' + ((a + 0.05) / (b + 0.05)).toFixed(2));
              }
              return [...new Set(faint)].join('\\n');
            })()\
            """;

    private Contrast() {}
}
