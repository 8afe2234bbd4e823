import { isOffered, type Partner } from '@/lib/partners/partner.rules'
import type { ConfigFile, FilePartner } from './file.schema'
import { type Found, isSame } from './found'
import type { Known } from './known.data'

export const sayPartner = (partner: Partner): FilePartner => {
  const { name, kind, languages, regions, ages, takes, hours, howTo, phone, email } = partner
  return {
    ...{ name, kind, ages, takes, hours, howTo, phone, email },
    languages: [...languages].sort(),
    regions: [...regions].sort(),
  }
}

/** By what a partner is known again: its kind and its name. */
export const partnerIdentity = ({ kind, name }: Pick<FilePartner, 'kind' | 'name'>): string =>
  `${kind} | ${name}`.toLowerCase()

/** Those that are offered, each once. */
export const filePartners = (partners: readonly Partner[]): FilePartner[] => {
  const each = partners.filter(isOffered).map((one) => [partnerIdentity(one), sayPartner(one)] as const)
  return [...new Map(each)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one)
}

/** A file adds partners and changes none: what is known here was confirmed here. */
export const comparePartners = (found: Found, known: Known, file: ConfigFile): void => {
  const seen = new Set<string>()
  for (const [index, sent] of (file.partners ?? []).entries()) {
    const wanted = { ...sent, languages: [...sent.languages].sort(), regions: [...sent.regions].sort() }
    const identity = partnerIdentity(wanted)
    if (seen.has(identity)) found.fault('twice', 'partners', index)
    seen.add(identity)
    const here = known.partners.find((one) => partnerIdentity(one) === identity)
    const now = here === undefined ? null : sayPartner(here)
    const kind = now === null ? 'new' : isSame(now, wanted) ? 'same' : 'kept'
    found.lines.push({
      part: 'partner',
      kind,
      name: wanted.name,
      note: kind === 'kept' ? 'partnerHere' : null,
      now,
      wanted,
    })
    if (kind === 'new') found.steps.push({ of: 'partner', wanted })
  }
}
