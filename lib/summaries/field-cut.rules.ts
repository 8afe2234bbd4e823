import { FILE_FIELDS, type Field } from '@/lib/referrals/field.rules'
import type { CodeOf } from '@/lib/shared/vocabulary'
import type { Level, Piece } from './level.rules'
import { type Fact, type Part, redact, type ShownValue } from './redact.rules'

/**
 * What of a file may leave with a referral, field by field. A field is some pieces of a summary at one of its levels, so that
 * nothing is redacted a second way (docs/adr/0045): what a field does not name is on no sheet.
 */
type Cut = { readonly level: Level; readonly pieces: readonly Piece[] }
const CUTS: Readonly<Record<CodeOf<typeof FILE_FIELDS>, Cut>> = {
  initials: { level: 'known_to_them', pieces: ['name'] },
  name: { level: 'whole', pieces: ['name'] },
  code: { level: 'known_to_them', pieces: ['fileCode'] },
  age: { level: 'known_to_them', pieces: ['age'] },
  minority: { level: 'known_to_them', pieces: ['minority'] },
  sex: { level: 'known_to_them', pieces: ['sex'] },
  nationality: { level: 'known_to_them', pieces: ['nationality'] },
  language: { level: 'known_to_them', pieces: ['language', 'interpreter'] },
  place: { level: 'known_to_them', pieces: ['place', 'placeSince'] },
  procedure: {
    level: 'known_to_them',
    pieces: ['way', 'sequence', 'state', 'document', 'issuedOn', 'expiresOn', 'reception', 'receptionFrom'],
  },
  detention: { level: 'known_to_them', pieces: ['heldState', 'heldGround', 'heldSince', 'heldDays'] },
  deadlines: { level: 'known_to_them', pieces: ['deadline', 'dueOn'] },
  others: { level: 'known_to_them', pieces: ['role', 'relativeAge'] },
  worker: { level: 'known_to_them', pieces: ['worker', 'office'] },
}

/** What stands on the sheet: the parts of the file cut to the fields, each by the level of its field. */
export const cut = (parts: readonly Part<Fact>[], fields: readonly Field[]): Part<ShownValue>[] => {
  const sections = parts.map(({ section }) => section)
  const chosen = FILE_FIELDS.codes.filter((field) => fields.includes(field)).map((field) => CUTS[field])
  const levels = [...new Set(chosen.map(({ level }) => level))]
  const byLevel = levels.map((level) => {
    const pieces = chosen.filter((one) => one.level === level).flatMap((one) => one.pieces)
    return redact(
      parts.map(({ section, items }) => ({
        section,
        items: items.map(({ as, facts }) => ({
          as,
          facts: facts.filter(({ piece }) => pieces.includes(piece)),
        })),
      })),
      { level, sections },
    )
  })
  return sections.flatMap((section): Part<ShownValue>[] => {
    const items = byLevel.flatMap((some) => some.filter((part) => part.section === section))
    const all = items.flatMap((part) => part.items)
    return all.length === 0 ? [] : [{ section, items: all }]
  })
}
