import 'server-only'
import { DETENTION_KINDS } from '@/lib/countries/vocabulary.rules'
import type { Work } from '@/lib/db/work'

/** The labels of whole code lists, in four languages; old values too, because old files still say them. */
export const listWords = (work: Work, lists: readonly string[]) =>
  work.tx.codeValue.findMany({
    where: { list: { in: [...lists] } },
    select: {
      list: true,
      code: true,
      labelEn: true,
      labelFr: true,
      labelNl: true,
      labelDe: true,
      validTo: true,
    },
    orderBy: [{ list: 'asc' }, { position: 'asc' }, { validFrom: 'asc' }],
  })

/** Where someone can be held, for choices and filters. */
export const listCentres = (work: Work) =>
  work.tx.place.findMany({
    where: { kind: { in: [...DETENTION_KINDS.codes] }, validTo: null },
    select: { id: true, slug: true, kind: true, labelEn: true, labelFr: true, labelNl: true, labelDe: true },
    orderBy: [{ kind: 'asc' }, { position: 'asc' }],
  })
