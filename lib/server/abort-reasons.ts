import 'server-only'

/**
 * V8 keeps the objects of the frames in which an error was made until its stack is read. React ends each render by aborting with an error
 * that is read by nothing; its frames hold the immediate that ran them, this one its neighbours of the same turn, and these the requests
 * they belong to, so that under load none of them is ever free. Read here, a stack is words and holds nothing.
 */
export const letAbortReasonsGo = (): void => {
  const { abort } = AbortController.prototype
  const abortAndRead = function (this: AbortController, ...given: [reason?: unknown]): void {
    Reflect.apply(abort, this, given)
    const { reason }: { reason: unknown } = this.signal
    if (reason instanceof Error) void reason.stack
  }
  Reflect.set(AbortController.prototype, 'abort', abortAndRead)
}
