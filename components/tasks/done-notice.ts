/** What a press changes: a task is done or not, a next step is there or not. The version is that of its row or of its file. */
export type TickOf =
  | {
      readonly kind: 'task'
      readonly input: { caseId: string; taskId: string; version: number; isDone: boolean }
    }
  | {
      readonly kind: 'step'
      readonly input: { caseId: string; version: number; text: string; on: string }
    }

/** What was ticked last on this page, so that it can be undone after its row has gone. */
export type Done = { readonly text: string; readonly undo: TickOf }

let done: Done | null = null
const listeners = new Set<() => void>()

export const sayDone = (next: Done | null): void => {
  done = next
  for (const listener of listeners) listener()
}
export const listenToDone = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
export const lastDone = (): Done | null => done
