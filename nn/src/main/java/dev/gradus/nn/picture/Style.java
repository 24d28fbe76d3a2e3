package dev.gradus.nn.picture;

/// The colours and letters of pictures, by day and in the dark: those of the studio, so that a picture can
/// stand in its pages.
final class Style {
    static final String SHEET =
            """
            <style>
            .gradus-network{--ground:#fcfcfa;--raise:#fff;--stone:#f3f4f1;--edge:#7f878f;--line:#dcdfdb;\
            --ink:#14181f;--ink-2:#454c57;--ink-3:#656c77;--bar:#0072b2;--marker:#ffe04a;\
            font:13px "Atkinson Hyperlegible Next","Atkinson Hyperlegible","Segoe UI",system-ui,\
            "Noto Sans","DejaVu Sans",sans-serif}
            @media (prefers-color-scheme:dark){:root:not([data-theme]) .gradus-network,\
            :root.gradus-network{--ground:#121418;--raise:#1a1d23;--stone:#0c0e11;--edge:#6f7782;\
            --line:#2b3038;--ink:#edeff1;--ink-2:#bac0c8;--ink-3:#929aa5;--bar:#56b4e9;--marker:#ffd83d}}
            [data-theme=dark] .gradus-network{--ground:#121418;--raise:#1a1d23;--stone:#0c0e11;\
            --edge:#6f7782;--line:#2b3038;--ink:#edeff1;--ink-2:#bac0c8;--ink-3:#929aa5;--bar:#56b4e9;\
            --marker:#ffd83d}
            .gradus-network .ground{fill:var(--ground)}
            .gradus-network text{fill:var(--ink-2)}
            .gradus-network .title{font-size:20px;font-weight:620;fill:var(--ink)}
            .gradus-network .code{font:600 13px "Atkinson Hyperlegible Mono",ui-monospace,"SF Mono",\
            "Cascadia Code","Noto Sans Mono","DejaVu Sans Mono",monospace;fill:var(--ink)}
            .gradus-network .place{font-weight:400;fill:var(--ink-3)}
            .gradus-network .box{fill:var(--raise);stroke:var(--edge)}
            .gradus-network .quiet,.gradus-network .output{fill:var(--ground)}
            .gradus-network .quiet{stroke:var(--line)}
            .gradus-network .input,.gradus-network .output{stroke:var(--ink);stroke-width:1.5}
            .gradus-network .again{stroke-dasharray:4 3}
            .gradus-network .frame{fill:var(--stone);stroke:var(--line)}
            .gradus-network g g>.frame{fill:var(--ground)}
            .gradus-network g g g>.frame{fill:var(--stone)}
            .gradus-network .sheet{stroke:var(--edge)}
            .gradus-network .bar{fill:var(--bar)}
            .gradus-network .wire{fill:none;stroke:var(--ink-2);stroke-width:1.5}
            .gradus-network .tip{fill:var(--ink-2)}
            .gradus-network .times{fill:var(--marker);stroke:#14181f}
            .gradus-network .count{font-weight:700;fill:#14181f}
            </style>
            """;

    private Style() {}
}
