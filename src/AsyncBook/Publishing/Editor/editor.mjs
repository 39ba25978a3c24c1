// The editor of the live book: CodeMirror 6 with C#, bundled into one file (see README.md). live-editors.js uses window.bookEditor and nothing else of it.
import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentLess, indentMore } from "@codemirror/commands";
import { bracketMatching, HighlightStyle, indentOnInput, indentUnit, StreamLanguage, syntaxHighlighting } from "@codemirror/language";
import { csharp } from "@codemirror/legacy-modes/mode/clike";
import { linter, lintKeymap } from "@codemirror/lint";
import { EditorState, Prec, StateEffect, StateField } from "@codemirror/state";
import { drawSelection, EditorView, highlightSpecialChars, keymap, lineNumbers, showTooltip } from "@codemirror/view";
import { tags } from "@lezer/highlight";

// The book's own colours: code.css names them.
const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.modifier, tags.controlKeyword, tags.atom, tags.bool], class: "k" },
  { tag: [tags.string, tags.special(tags.string), tags.character], class: "s" },
  { tag: tags.comment, class: "c" },
  { tag: tags.number, class: "n" },
  { tag: [tags.typeName, tags.className], class: "t" },
  { tag: tags.meta, class: "d" },
]);

const look = EditorView.theme({
  "&": { font: "inherit", backgroundColor: "transparent" },
  "&.cm-focused": { outline: "2px solid var(--link, Highlight)", outlineOffset: "-2px" },
  ".cm-scroller": { font: ".9rem/1.6 var(--mono)", overflowX: "auto" },
  ".cm-content": { padding: ".2em 0 .8em", caretColor: "currentColor" },
  ".cm-gutters": { backgroundColor: "transparent", border: "0", color: "var(--quiet)" },
  ".cm-cursor": { borderLeftColor: "currentColor" },
  "&.cm-focused .cm-selectionBackground, .cm-selectionBackground": { backgroundColor: "color-mix(in srgb, Highlight 35%, transparent) !important" },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: "color-mix(in srgb, Highlight 25%, transparent)", outline: "1px solid var(--edge)" },
  ".cm-tooltip": { backgroundColor: "var(--paper)", color: "var(--ink, CanvasText)", border: "1px solid var(--edge)", borderRadius: "6px" },
  ".cm-tooltip.cm-signature": { padding: ".2em .6em", font: ".85rem/1.5 var(--mono)", maxWidth: "44rem" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { font: ".85rem/1.5 var(--mono)" },
});

const setSignature = StateEffect.define();
const signature = StateField.define({
  create: () => null,
  update(value, transaction) {
    for (const effect of transaction.effects) if (effect.is(setSignature)) return effect.value;
    return value && transaction.docChanged ? { ...value, pos: transaction.changes.mapPos(value.pos) } : value;
  },
  provide: field => showTooltip.from(field),
});

const types = { Method: "method", ExtensionMethod: "method", Class: "class", Structure: "class", Interface: "interface", Enum: "enum", EnumMember: "constant", Property: "property", Field: "property", Local: "variable", Parameter: "variable", Keyword: "keyword", Namespace: "namespace", Delegate: "type", Constant: "constant" };

const placeOf = (state, position) => {
  const line = state.doc.lineAt(position);
  return { line: line.number - 1, column: position - line.from };
};
const offsetOf = (doc, line, column) => {
  const found = doc.line(Math.min(doc.lines, Math.max(1, line + 1)));
  return Math.min(found.to, found.from + Math.max(0, column));
};

// options: text, label, placeholders for what the page does: changed(text), run(), runAndNext(), check(), ask(kind, text, place) → Promise<answer>.
window.bookEditor = (parent, options) => {
  const complete = async context => {
    const word = context.matchBefore(/\w*/);
    if (!context.explicit && !word.text && !context.matchBefore(/\./)) return null;
    const answer = await options.ask("complete", context.state.doc.toString(), placeOf(context.state, context.pos));
    if (!answer?.items?.length || context.aborted) return null;
    const first = answer.items[0];
    const from = first.fromLine === undefined ? word.from : offsetOf(context.state.doc, first.fromLine, first.fromColumn);
    return { from, options: answer.items.map(item => ({ label: item.label, apply: item.insert, type: types[item.kind] })), validFor: /^\w*$/ };
  };

  let isTouched = false;
  const marks = async view => {
    if (!isTouched || !view.state.doc.length) return [];
    const doc = view.state.doc;
    const answer = await options.ask("diagnose", doc.toString());
    return (answer?.marks ?? []).filter(mark => options.shows?.(mark) !== false).map(mark => {
      const from = offsetOf(doc, mark.line, mark.column);
      const to = offsetOf(doc, mark.endLine, mark.endColumn);
      return { from, to: Math.max(from, to), severity: mark.severity, message: `${mark.code} ${mark.text}` };
    });
  };

  async function help(view) {
    const pos = view.state.selection.main.head;
    const answer = await options.ask("signature", view.state.doc.toString(), placeOf(view.state, pos));
    const ways = answer?.signatures ?? [];
    if (view.state.selection.main.head !== pos) return;
    view.dispatch({ effects: setSignature.of(ways.length === 0 ? null : {
      pos, above: true,
      create() {
        const dom = document.createElement("div");
        dom.className = "cm-signature";
        for (const way of ways.slice(0, 4)) {
          const line = document.createElement("div");
          const name = way.parameters[way.active];
          const at = name ? way.label.search(new RegExp(`\\b${name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}\\b(?=[,)\\s=])`)) : -1;
          if (at < 0) line.textContent = way.label;
          else line.append(way.label.slice(0, at), Object.assign(document.createElement("b"), { textContent: name }), way.label.slice(at + name.length));
          dom.append(line);
        }
        return { dom };
      },
    }) });
  }

  const call = name => () => { options[name]?.(); return options[name] !== undefined; };
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: options.text,
      extensions: [
        Prec.highest(keymap.of([
          { key: "Shift-Enter", run: call("runAndNext") },
          { key: "Mod-Enter", run: call("run") },
          { key: "Alt-Enter", run: call("check") },
          { key: "Escape", run: view => { if (!view.state.field(signature)) return false; view.dispatch({ effects: setSignature.of(null) }); return true; } },
        ])),
        lineNumbers(), highlightSpecialChars(), history(), drawSelection(), indentOnInput(), bracketMatching(), closeBrackets(),
        EditorState.tabSize.of(4), indentUnit.of("    "),
        StreamLanguage.define(csharp), syntaxHighlighting(colours), look, signature,
        autocompletion({ override: [complete], activateOnTypingDelay: 60 }),
        linter(marks, { delay: 400 }),
        // Tab leaves the editor, as everywhere on a page; it indents where something is selected.
        keymap.of([
          { key: "Tab", run: view => !view.state.selection.main.empty && indentMore(view), shift: view => !view.state.selection.main.empty && indentLess(view) },
          ...closeBracketsKeymap, ...completionKeymap, ...lintKeymap, ...historyKeymap, ...defaultKeymap,
        ]),
        EditorView.contentAttributes.of({ "aria-label": options.label, tabindex: "0", spellcheck: "false", autocapitalize: "off", autocorrect: "off" }),
        EditorView.updateListener.of(update => {
          if (!update.docChanged) return;
          const isTyped = update.transactions.some(transaction => transaction.isUserEvent("input") || transaction.isUserEvent("delete") || transaction.isUserEvent("undo") || transaction.isUserEvent("redo") || transaction.isUserEvent("move"));
          isTouched ||= isTyped;
          options.changed?.(update.state.doc.toString());
          let typed = "";
          update.changes.iterChanges((a, b, c, d, text) => { typed += text.toString(); });
          if (isTyped && (/[(,]/.test(typed) || update.state.field(signature))) setTimeout(() => help(view), 0);
        }),
      ],
    }),
  });
  return {
    get text() { return view.state.doc.toString(); },
    set text(value) { if (value !== view.state.doc.toString()) view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: value } }); },
    focus: () => view.focus(),
    place: parent,
  };
};
