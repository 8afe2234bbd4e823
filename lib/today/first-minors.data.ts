import 'server-only'
import { listMissing, listTurning } from '@/lib/guardianship/urgent.data'
import { firstOfFile, type Source } from './first-line.data'

/** Files in which a minor is missing: danger, whole, by who is missing the longest. */
export const fromMissing: Source<'missing'> = async (work) => {
  const all = firstOfFile(
    [...(await listMissing(work))].sort((a, b) => a.event.standsOn.localeCompare(b.event.standsOn)),
  )
  return all.map((missing) => ({
    kind: 'missing',
    key: missing.event.id,
    urgency: 'missing',
    on: missing.event.standsOn,
    caseId: missing.file.id,
    missing,
  }))
}

/** Minors who turn eighteen soon, by the earlier day. */
export const fromEighteen: Source<'eighteen'> = async (work) => {
  const minors = await listTurning(work)
  return minors.map((minor) => ({
    kind: 'eighteen',
    key: `${minor.file.id}${minor.personId}`,
    urgency: 'due',
    on: minor.countdown?.earliest ?? null,
    caseId: minor.file.id,
    minor,
  }))
}
