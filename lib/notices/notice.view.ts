import type { NoticeKind } from './notice.rules'

/** Where a notice leads. Ids and codes only: an address is read by whoever sits beside. */
export const toHref = (
  kind: NoticeKind,
  file: { readonly id: string; readonly code: string } | null,
): string => {
  if (kind === 'plan_published') return '/planning'
  if (kind === 'handover_asked' || kind === 'handover_decided') return '/handovers'
  return file === null ? '/cases' : `/cases/${file.code}?file=${file.id}`
}
