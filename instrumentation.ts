/** Runs once when the server boots: a wrong setting or a role that can do too much stops it before the first request. */
export const register = async (): Promise<void> => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { boot } = await import('@/lib/server/boot')
  await boot()
}
