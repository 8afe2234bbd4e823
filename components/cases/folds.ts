/** The folds beside the timeline that a command in the text opens. */
export const FOLDS = { task: 'add-task', next: 'next-step' } as const

/** Opens a fold and puts the caret into its first field. */
export const openFold = (id: string): void => {
  const fold = document.getElementById(id)
  if (!(fold instanceof HTMLDetailsElement)) return
  fold.open = true
  fold.querySelector<HTMLElement>('textarea, input:not([type="hidden"])')?.focus()
}
