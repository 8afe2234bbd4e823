import { newCode } from '@/lib/shared/ids'
import { EDGES, type File, type Invention } from './random-draw'
import { inventFile } from './random-files'
import { plus } from './recounts/calendar'

/** What is told of the age and nationality of someone, some of it in a circle. */
const tell = ({ draw, add, inDays }: Invention, personId: string, circles: readonly string[]): void => {
  const circle = (): string | null => (circles.length > 0 && draw.chance(0.5) ? draw.pick(circles) : null)
  const withdrawn = () => {
    const isGone = draw.chance(0.2)
    return { withdrawnAt: isGone ? inDays(-1) : null, withdrawnBecause: isGone ? 'misread' : null }
  }
  for (let claims = draw.int(0, 3); claims > 0; claims--) {
    const years = draw.pick([0, 3, 11, 12, 14, 15, 17, 18, 24, 25, 34, 35, 44, 45, 60, 61, 70])
    const born = `${2026 - years}${draw.chance(0.5) ? draw.pick(EDGES).slice(4) : plus('2026-01-01', draw.int(0, 364)).slice(4)}`
    const isKnown = draw.chance(0.85)
    add('ageClaim', {
      id: draw.id(),
      personId,
      basis: isKnown ? draw.pick(['said', 'document', 'authority']) : draw.pick(['not_known', 'declined']),
      asOf: '2026-01-01',
      bornEarliest: isKnown ? plus(born, -draw.pick([0, 0, 200])) : null,
      bornLatest: isKnown ? born : null,
      circleCaseId: circle(),
      ...withdrawn(),
    })
  }
  for (let claims = draw.int(0, 3); claims > 0; claims--)
    add('nationality', {
      id: draw.id(),
      personId,
      country: draw.pick(['GN', 'AF', 'MA', 'SY', 'XXA']),
      certainty: draw.pick(['document', 'said', 'said', 'presumed', 'contested', 'not_known', 'declined']),
      validFrom: draw.maybe(0.3, draw.day),
      validTo: draw.maybe(0.3, draw.day),
      createdAt: draw.pick(['2026-02-01T10:00:00Z', '2026-02-02T10:00:00Z']),
      circleCaseId: circle(),
      ...withdrawn(),
    })
}

const place = ({ draw, add }: Invention, file: File, personId: string, role: string): void => {
  if (file.people.includes(personId)) return
  file.people.push(personId)
  const hasLeft = draw.chance(0.1)
  add('casePerson', {
    caseId: file.id,
    personId,
    role,
    since: hasLeft ? null : draw.maybe(0.2, draw.day),
    leftBecause: hasLeft ? draw.pick(['own_file', 'apart', 'mistake']) : null,
    until: hasLeft ? draw.day() : null,
  })
}
/** So many people, alone or as families, in files of all offices; some of them in two. */
export const inventPeople = (invention: Invention, size: number): readonly File[] => {
  const { draw, add } = invention
  const files: File[] = []
  const people: string[] = []
  while (people.length < size) {
    const file = inventFile(invention)
    files.push(file)
    const family = Math.min(size - people.length, draw.pick([1, 1, 1, 2, 4]))
    for (let member = 0; member < family; member++) {
      const id = draw.id()
      people.push(id)
      add('person', {
        id,
        code: newCode(),
        sex: draw.pick(['f', 'm', 'm', 'm', 'x', 'unknown', 'declined', 'not_asked']),
        createdBy: file.workerId,
      })
      place(invention, file, id, member === 0 ? 'principal' : draw.pick(['child', 'partner', 'sibling']))
    }
  }
  // Some are in a second file, be it of another office or of a circle; a sealed file has people of its own.
  for (const file of files)
    for (const personId of file.secrecy === 'sealed' ? [] : draw.some([...file.people], 0.3)) {
      const other = draw.pick(files)
      if (other.secrecy !== 'sealed') place(invention, other, personId, 'principal')
    }
  const filesOf = (personId: string): File[] => files.filter((file) => file.people.includes(personId))
  for (const personId of people) {
    // Said in a circle, of someone who may be in an open file as well.
    tell(
      invention,
      personId,
      filesOf(personId)
        .filter(({ secrecy }) => secrecy !== 'open')
        .map(({ id }) => id),
    )
  }
  return files
}
