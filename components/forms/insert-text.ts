'use client'

/**
 * Puts text where the selection stands, as if it had been typed: the browser can undo it, and the form hears of it. Nothing
 * that stands there but the selection is replaced.
 */
export const insertText = (area: HTMLTextAreaElement, text: string): void => {
  area.focus()
  const isTyped =
    text === '' ? document.execCommand('delete') : document.execCommand('insertText', false, text)
  if (isTyped) return
  // A browser that no longer knows the command: the text comes all the same, without an undo of its own.
  area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end')
  area.dispatchEvent(new Event('input', { bubbles: true }))
}

/** The same on a line of its own, where the caret stands. */
export const insertParagraph = (area: HTMLTextAreaElement, text: string): void => {
  const caret = area.selectionEnd
  // What is selected stays: a template never takes the place of words.
  area.setSelectionRange(caret, caret)
  const before = area.value.slice(0, caret)
  insertText(area, before === '' || before.endsWith('\n') ? text : `\n${text}`)
}
