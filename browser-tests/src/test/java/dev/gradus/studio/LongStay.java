package dev.gradus.studio;

import java.util.List;

/// A page that stays open for a long time, and what is done to it again and again.
///
/// @param page of the studio
/// @param address what is opened
/// @param ready an expression of JavaScript that is true once it can be used
/// @param acts expressions of JavaScript, done in turn
record LongStay(String page, String address, String ready, List<String> acts) {
    /// Returns every page that holds what changes: a training, a run of another process, pictures and models
    /// that are asked.
    static List<LongStay> all() {
        return List.of(
                new LongStay(
                        "playground",
                        "playground#show=gradients",
                        "document.querySelector('.whereabouts b')",
                        List.of(
                                press(".seg.views button:nth-child(2)"),
                                press(".seg.views button:nth-child(3)"),
                                press(".seg.views button:nth-child(4)"),
                                press("#view-race .btn"),
                                press(".seg.views button:nth-child(1)"),
                                press(".ds button:nth-child(1)"),
                                press(".ds button:nth-child(4)"),
                                press(".tabler"),
                                press(".tabler"))),
                new LongStay(
                        "run",
                        "run",
                        "document.querySelector('#loss svg')",
                        List.of(
                                press(".transport .icon"),
                                "document.querySelector('.scrub').dispatchEvent(new KeyboardEvent('keydown', { key: 'End', bubbles: true }))",
                                press(".tabler"),
                                press(".tabler"))),
                new LongStay(
                        "lesson",
                        "lesson#2.1/visual",
                        "document.querySelector('.picture').childElementCount && document.querySelector('.cm-content')",
                        List.of(
                                slide(0.2),
                                slide(0.4),
                                slide(0.6),
                                slide(0.8),
                                "document.querySelector('.phases button').click()",
                                "document.querySelectorAll('.phases button')[2].click()",
                                "location.hash = '#2.2/visual'",
                                "location.hash = '#2.1/visual'")),
                new LongStay(
                        "model",
                        "model#model=made/lenet5",
                        "document.querySelector('.stair')",
                        List.of(
                                press("[data-give=noise]"),
                                press("[data-give=example1]"),
                                press("[data-how=gradient]"),
                                press(".col[data-place='3']"),
                                press("[data-channel='2']"),
                                press(".col[data-place='1']"))),
                new LongStay(
                        "results",
                        "results",
                        "document.querySelector('.cm') && document.querySelector('.bars')",
                        List.of(
                                press(".cm button[data-truth='6'][data-said='0']"),
                                press("[data-way=looked]"),
                                press(".cm button[data-truth='2'][data-said='2']"),
                                press("[data-way=edit]"),
                                "document.querySelector('.pad')?.dispatchEvent(new KeyboardEvent('keydown', { key: ' ', bubbles: true }))",
                                press("#matrix .tabler"),
                                press("#matrix .tabler"))),
                new LongStay(
                        "try",
                        "try",
                        "document.querySelector('.paper').checkVisibility()",
                        List.of(
                                "[...document.querySelectorAll('.btn')].find(it => it.textContent.startsWith('Put an unseen')).click()",
                                press("#answer .tabler"),
                                press("#answer .tabler"))));
    }

    private static String press(String selector) {
        return "document.querySelector(`%s`)?.click()".formatted(selector);
    }

    private static String slide(double share) {
        return "for (const it of document.querySelectorAll('.pic input[type=range]')) { it.value = Number(it.min) + %s * (it.max - it.min); it.dispatchEvent(new Event('input', { bubbles: true })); }"
                .formatted(share);
    }
}
