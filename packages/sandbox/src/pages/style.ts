/** The one style sheet of the sandbox: paper, ink and Delft blue, light and dark, from 320 px up. */
export const STYLE = `
:root { color-scheme: light dark; --paper: #FBFAF6; --paper-2: #F4F1E8; --sheet: #FFFFFF; --ink: #1B2129; --ink-2: #464E58; --line: #E3DED0;
  --edge: #878272; --delft: #1D4A80; --delft-fill: #1D4A80; --on-delft: #FFFFFF; --delft-soft: #E6ECF4; --gold-soft: #F8ECCB; --brick: #9C3526; }
@media (prefers-color-scheme: dark) { :root { --paper: #16181C; --paper-2: #25292F; --sheet: #1D2025; --ink: #ECE8DE; --ink-2: #BBB7AC; --line: #3C4148;
  --edge: #7B7F86; --delft: #9ABDEB; --delft-fill: #3468A6; --delft-soft: #1D2C40; --gold-soft: #2E2713; --brick: #EC9683; } }
*, ::before, ::after { box-sizing: border-box }
html { -webkit-text-size-adjust: 100% }
body { margin: 0; background: var(--paper); color: var(--ink); overflow-wrap: anywhere;
  font: 1rem/1.5 "Atkinson Hyperlegible Next", "Segoe UI", "Helvetica Neue", Arial, sans-serif; font-variant-numeric: tabular-nums lining-nums }
h1, h2, h3, p, ul, ol, dl, dd, table, pre { margin: 0; padding: 0 }
h1 { font-size: 1.625rem; line-height: 1.2; letter-spacing: -.01em; text-wrap: balance }
h2 { font-size: 1.1875rem; line-height: 1.3 }
h3 { font-size: 1rem }
ul, ol { list-style: none }
a { color: var(--delft); text-underline-offset: .2em }
:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; border-radius: 3px }
.skip { position: absolute; left: -99rem }
.skip:focus { left: 0; top: 0; padding: .75rem 1rem; background: var(--paper) }
.in { max-width: 64rem; margin: auto; padding-inline: clamp(1rem, 4vw, 2rem) }
.top { background: var(--paper-2); border-bottom: 1px solid var(--line) }
.top .in { display: flex; flex-wrap: wrap; align-items: center; gap: 0 1.25rem }
.top strong { margin-right: auto; padding-block: .75rem }
.top nav { display: flex; flex-wrap: wrap; gap: 0 1.125rem; order: 1; width: 100% }
.top a { display: inline-flex; align-items: center; min-height: 2.75rem; color: var(--ink); text-decoration: none }
.top a:hover { text-decoration: underline }
.top a[aria-current] { font-weight: 700; box-shadow: inset 0 -3px var(--delft) }
main { padding-block: 1.75rem 3.5rem }
.flow > * + * { margin-top: 1rem }
.part { margin-top: 2.5rem !important; padding-top: 1.25rem; border-top: 2px solid var(--ink) }
.soft { color: var(--ink-2) }
.away { display: inline-flex; align-items: center; min-height: 2.75rem }
small { font-size: .875rem; color: var(--ink-2) }
.day { font-size: clamp(1.5rem, 6vw, 1.875rem); font-weight: 700; line-height: 1.15; letter-spacing: -.015em }
.day::first-letter { text-transform: uppercase }
.row { display: flex; flex-wrap: wrap; gap: .75rem; align-items: center }
.row form { display: contents }
button, .btn { display: inline-flex; align-items: center; justify-content: center; min-height: 2.75rem; padding: .5rem 1.125rem; border: 1px solid var(--edge);
  border-radius: 5px; background: var(--sheet); color: var(--ink); font: inherit; font-weight: 600; text-decoration: none; cursor: pointer }
button:hover, .btn:hover { background: var(--paper-2) }
.first { background: var(--delft-fill); border-color: var(--delft-fill); color: var(--on-delft) }
.first:hover { background: var(--delft-fill); filter: brightness(1.12) }
input, select, textarea { width: 100%; min-height: 2.75rem; padding: .5rem .75rem; border: 1px solid var(--edge); border-radius: 5px; background: var(--sheet); color: var(--ink); font: inherit }
textarea { min-height: 7rem; resize: vertical }
label { display: block; font-weight: 600; margin-bottom: .25rem }
.fields { display: grid; gap: .875rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr)) }
.says { padding: .875rem 1rem; border-radius: 5px; background: var(--gold-soft) }
.list > li { border-top: 1px solid var(--line) }
.list > li:last-child { border-bottom: 1px solid var(--line) }
.item { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 1rem; padding: .625rem 0; min-height: 3rem; color: inherit; text-decoration: none }
a.item:hover { background: var(--paper-2) }
.item > :nth-child(even) { text-align: right; color: var(--ink-2); white-space: nowrap }
.item b { font-weight: 600 }
@media (max-width: 39.99rem) { .item { grid-template-columns: minmax(0, 1fr) } .item > :nth-child(even) { text-align: left; white-space: normal } .item > :empty { display: none } }
.tag { display: inline-block; padding: 0 .5rem; border: 1px solid var(--edge); border-radius: 1rem; font-size: .8125rem; color: var(--ink) }
.tag.back { border-color: var(--brick); color: var(--brick) }
.facts { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .125rem 1.25rem }
.facts dt { color: var(--ink-2) }
.night { border-left: 3px solid var(--delft); padding-left: 1rem }
.night + .night { margin-top: .75rem }
.tabs { display: flex; flex-wrap: wrap; gap: 0 1.25rem; border-bottom: 1px solid var(--line) }
.tabs a { display: inline-flex; align-items: center; min-height: 2.75rem; text-decoration: none }
.tabs a[aria-current] { color: var(--ink); font-weight: 700; box-shadow: inset 0 -3px var(--delft) }
iframe { display: block; width: 100%; height: 46rem; border: 1px solid var(--line); background: #fff; resize: vertical }
pre { white-space: pre-wrap; font: .9375rem/1.5 ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; padding: 1rem; background: var(--sheet); border: 1px solid var(--line) }
table { width: 100%; border-collapse: collapse }
th { text-align: left; font-size: .875rem; color: var(--ink-2); font-weight: 400 }
th, td { padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--line); vertical-align: top }
.money { text-align: right; white-space: nowrap }
.wide { overflow-x: auto }
summary { min-height: 2.75rem; display: flex; align-items: center; cursor: pointer; color: var(--delft) }
summary::before { content: "▸"; width: 1.25em }
details[open] > summary::before { content: "▾" }
.bank { max-width: 30rem; margin-inline: auto }
.bank h1 { font-size: 1.25rem }
.sum { padding-block: .5rem; border-top: 2px solid var(--ink); border-bottom: 4px double var(--ink); font-size: clamp(1.75rem, 9vw, 2.5rem); font-weight: 700; line-height: 1.2; text-align: right }
.stack { display: grid; gap: .625rem }
.stack button { width: 100%; min-height: 3.25rem }
footer { border-top: 1px solid var(--line); padding-block: 1rem 2rem; color: var(--ink-2); font-size: .875rem }
@media (min-width: 48rem) { .top nav { order: 0; width: auto } }
@media (min-width: 60rem) { .two { display: grid; grid-template-columns: 3fr 2fr; gap: 0 3.5rem; align-items: start } }
`;
