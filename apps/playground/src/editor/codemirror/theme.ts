import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { tags as t } from '@lezer/highlight'

/** The code colours of the stylesheet's tokens: they change with the theme of the page. */
const highlight = HighlightStyle.define([
  { tag: [t.keyword, t.modifier, t.operatorKeyword, t.bool, t.null, t.self], color: 'var(--code-kw)' },
  { tag: [t.string, t.special(t.string), t.regexp, t.attributeValue], color: 'var(--code-str)' },
  { tag: [t.function(t.variableName), t.function(t.propertyName)], color: 'var(--code-fn)' },
  { tag: [t.number], color: 'var(--code-num)' },
  { tag: [t.comment], color: 'var(--code-com)' },
  { tag: [t.typeName, t.className, t.namespace], color: 'var(--code-type)' },
  { tag: [t.tagName], color: 'var(--code-tag)' },
  { tag: [t.punctuation, t.bracket, t.operator, t.derefOperator], color: 'var(--code-punc)' },
  { tag: [t.variableName, t.propertyName, t.attributeName, t.content], color: 'var(--code-fg)' },
  { tag: t.invalid, color: 'var(--err)' },
])

const look = EditorView.theme({
  '&': { height: '100%', color: 'var(--code-fg)', backgroundColor: 'var(--panel)', fontSize: '13px' },
  '&.cm-focused': { outline: '2px solid var(--accent)', outlineOffset: '-2px' },
  '.cm-scroller': { fontFamily: 'var(--font-mono)', lineHeight: '21px', fontFeatureSettings: '"calt" 0' },
  '.cm-content': { caretColor: 'var(--text)', padding: '10px 0' },
  '.cm-cursor': { borderLeftColor: 'var(--text)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--accent-line)',
    opacity: '0.5',
  },
  '.cm-gutters': { backgroundColor: 'var(--panel)', color: 'var(--text-3)', border: '0', paddingRight: '8px' },
  '.cm-lineNumbers .cm-gutterElement': { minWidth: '36px', fontSize: '12px' },
  '.cm-activeLine': { backgroundColor: 'color-mix(in srgb, var(--accent-weak) 60%, transparent)' },
  '.cm-activeLineGutter': { backgroundColor: 'transparent', color: 'var(--text)' },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': {
    backgroundColor: 'transparent',
    outline: '1px solid var(--line-ctl)',
  },
  '.cm-selectionMatch': { backgroundColor: 'var(--accent-weak)' },
  '.cm-searchMatch': { backgroundColor: 'var(--warn-bg)', outline: '1px solid var(--warn-line)' },
  '.cm-searchMatch.cm-searchMatch-selected': { backgroundColor: 'var(--accent-weak)' },
  '.cm-panels': { backgroundColor: 'var(--sunken)', color: 'var(--text)', fontFamily: 'var(--font-ui)' },
  '.cm-panels button, .cm-panels input': {
    color: 'var(--text)',
    backgroundImage: 'none',
    backgroundColor: 'var(--raised)',
  },
  '.cm-panel.cm-search': { padding: '6px 40px 6px 8px', fontSize: '12px' },
  '.cm-panel.cm-search label': { display: 'inline-flex', alignItems: 'center', gap: '4px', fontSize: '12px' },
  '.cm-panel.cm-search .cm-button': {
    minHeight: '26px',
    padding: '2px 8px',
    border: '1px solid var(--line-ctl)',
    borderRadius: 'var(--r-2)',
    fontSize: '12px',
  },
  '.cm-panel.cm-search [name=close]': { top: '6px', right: '8px', width: '26px', height: '26px', fontSize: '16px' },
  '.cm-textfield': { borderColor: 'var(--line-ctl)', fontSize: 'max(1em, 13px)' },
  '.cm-tooltip': {
    backgroundColor: 'var(--raised)',
    color: 'var(--text)',
    border: '1px solid var(--line)',
    borderRadius: 'var(--r-3)',
    boxShadow: 'var(--shadow-3)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--font-mono)', maxHeight: '15em' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '4px 10px', lineHeight: '18px' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--accent-weak)',
    color: 'var(--text)',
  },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '600' },
  '.cm-completionInfo': { maxWidth: '360px', padding: '8px 10px', fontFamily: 'var(--font-ui)' },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--err) 1px',
    textUnderlineOffset: '4px',
  },
  '.cm-lintRange-warning': { backgroundImage: 'none', textDecoration: 'underline wavy var(--warn) 1px' },
  '@media (pointer: coarse)': { '&, .cm-textfield': { fontSize: '16px' }, '.cm-scroller': { lineHeight: '26px' } },
})

/** How the editor looks, in both themes. */
export const editorTheme: Extension = [look, syntaxHighlighting(highlight)]
