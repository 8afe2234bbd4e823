/** Lists as someone wants to see them again: one's own, and those of an office. */

/** More tabs than this no one reads; the thirteenth view of an office is one too many. */
export const MOST_TEAM_VIEWS = 12
export const MOST_OWN_VIEWS = 30

export type SaveVerdict = 'ok' | 'notYourTeam' | 'tooManyViews'

/** May one more view be saved: in an office one leads, or for oneself, as long as there is room. */
export const checkRoom = (
  teamId: string | null,
  { leads, existing }: { readonly leads: readonly string[]; readonly existing: number },
): SaveVerdict => {
  if (teamId !== null && !leads.includes(teamId)) return 'notYourTeam'
  return existing >= (teamId === null ? MOST_OWN_VIEWS : MOST_TEAM_VIEWS) ? 'tooManyViews' : 'ok'
}
