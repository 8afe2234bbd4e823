/** The link's secret is read from behind the # and taken out of the address at once: no history entry keeps it. */
export const takeToken = (): string => {
  const token = location.hash.slice(1)
  if (token !== '') history.replaceState(null, '', location.pathname)
  return token
}
