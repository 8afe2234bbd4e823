/** Runs once when the server boots: a wrong setting or a role that can do too much stops it before the first request. */
export const register = async (): Promise<void> => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { boot } = await import('@/lib/server/boot')
  await boot()
}

/** What fails while a page is drawn is in the log as what fails before: the kind and, of an unknown code, the vocabulary. */
export const onRequestError = async (error: unknown): Promise<void> => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { report } = await import('@/lib/runtime/log')
  report('page', error)
}
