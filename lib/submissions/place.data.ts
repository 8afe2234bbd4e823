import 'server-only'
import { Damaged, errorClassOf, Forbidden, isBusy, NotFound, NotSignedIn } from '@/lib/db/errors'
import { type Work, withDeviceWork } from '@/lib/db/work'
import { upgrade } from '@/lib/device/upgrade'
import { report } from '@/lib/runtime/log'
import { Refused } from '@/lib/server/carry-out'
import { asTyped } from '@/lib/server/typed'
import { newId } from '@/lib/shared/ids'
import { ComesBack, finish, readInside, takeRow } from './custody-row.data'
import { keepAsDraft } from './draft-of.data'
import { keepUnfinished, placeFinished } from './place-one.data'

/** A text at which this server fails is tried again for so long; then it comes back to its author. */
const FAULT_HOURS = 24
const HOUR = 3_600_000

/** @returns false when nothing more can be done about it now */
const judge = async (work: Work, id: string): Promise<boolean> => {
  const row = await takeRow(work, id)
  if (row === null) return true
  const inside = await readInside(work, row)
  // The key is missing: it stays in custody, a backup of the key file may bring it back.
  if (inside === null) return false
  if (row.isRevoked && inside.state === 'finished')
    throw new ComesBack({ code: 'deviceRevoked' }, 'deviceRevoked')
  const verdict =
    inside.state === 'unfinished'
      ? await keepUnfinished(work, row, inside)
      : await placeFinished(work, row, inside)
  if (verdict === null) return false
  await finish(work, row, inside, verdict)
  return true
}

const toComesBack = (error: unknown): ComesBack | null => {
  if (error instanceof ComesBack) return error
  if (error instanceof Refused && !error.answer.ok) {
    const { code, fields, reference } = error.answer
    return new ComesBack(
      {
        code,
        ...(fields === undefined ? {} : { fields }),
        ...(reference === undefined ? {} : { reference }),
      },
      code === 'requestIdReused' ? 'twice' : 'invalid',
    )
  }
  if (error instanceof NotFound) return new ComesBack({ code: 'notFound' }, 'notFound')
  if (error instanceof Forbidden) return new ComesBack({ code: 'forbidden' }, 'forbidden')
  if (error instanceof Damaged) return new ComesBack({ code: 'contentDamaged' }, 'damaged')
  return null
}

const giveBack = async (work: Work, id: string, { problem, reason, keptUntil }: ComesBack): Promise<void> => {
  const row = await takeRow(work, id)
  const inside = row === null ? null : await readInside(work, row)
  if (row === null || inside === null) return
  const upgraded = upgrade(inside.form, inside.schema, asTyped(inside.input))
  // What was saved under this id before is another text: this one gets an id of its own.
  const draftId = reason === 'twice' ? newId() : inside.requestId
  await keepAsDraft(work, {
    form: inside.form,
    requestId: draftId,
    input: upgraded === null ? inside.input : upgraded.value,
    at: row.writtenAt,
    problem,
    hasPage: upgraded !== null,
  })
  await finish(work, row, inside, {
    outcome: 'returned',
    reason,
    draftId,
    ...(keptUntil === null ? {} : { keptUntil }),
  })
}

/** Says nothing of the text: the next one would meet it as well. */
const isOfNow = (error: unknown): boolean =>
  error instanceof NotSignedIn || isBusy(error) || !['other', null].includes(errorClassOf(error))

/** A fault of ours keeps neither the texts behind it nor, for ever, its author from what they wrote. */
const faultOf = (error: unknown, isOld: boolean): ComesBack | 'later' => {
  const reference = report('placing', error)
  return isOld ? new ComesBack({ code: 'failed', reference }, 'failed') : 'later'
}

type Enter = <T>(run: (work: Work) => Promise<T>) => Promise<T>

const placeAll = async (enter: Enter, isRevoked: boolean): Promise<number> => {
  const rows = await enter(async (work) => {
    const found = await work.tx.submission.findMany({
      where: {
        staffId: work.actor.id,
        outcome: 'received',
        ...(isRevoked ? { store: { revokedAt: { not: null } } } : {}),
      },
      orderBy: [{ store: { deviceId: 'asc' } }, { seq: 'asc' }, { id: 'asc' }],
      select: { id: true, arrivedAt: true },
    })
    const old = work.now.getTime() - FAULT_HOURS * HOUR
    return found.map(({ id, arrivedAt }) => ({ id, isOld: arrivedAt.getTime() <= old }))
  })
  let done = 0
  for (const { id, isOld } of rows) {
    try {
      if (await enter((work) => judge(work, id))) done += 1
    } catch (error) {
      const back = toComesBack(error) ?? (isOfNow(error) ? null : faultOf(error, isOld))
      // The database is away or busy, or the account has ended: all of it is tried again.
      if (back === null) throw error
      if (back === 'later') continue
      await enter((work) => giveBack(work, id, back))
      done += 1
    }
  }
  return done
}

const byToken = async (token: string): Promise<number> => {
  try {
    return await placeAll((run) => withDeviceWork(token, run), false)
  } catch (error) {
    // The token was revoked or the account closed meanwhile: its author finds it when they sign in.
    if (!(error instanceof NotSignedIn) && !isBusy(error)) report('placing', error)
    return 0
  }
}

/** One at a time for each token in this process; what arrives meanwhile is looked at once more. */
const running = new Map<string, { again: boolean; readonly done: Promise<number> }>()

/**
 * Judges what is in custody of the account behind a token of a device, in the order in which it was written. Each text is one transaction:
 * the command and what the audit log says of it, or the text among the drafts of its author.
 */
export const placeBy = (token: string): Promise<number> => {
  const now = running.get(token)
  if (now !== undefined) {
    now.again = true
    return now.done
  }
  const work = async (): Promise<number> => {
    let count = 0
    let mark: { again: boolean } | undefined
    do {
      mark = running.get(token)
      if (mark !== undefined) mark.again = false
      count += await byToken(token)
    } while (running.get(token)?.again === true)
    running.delete(token)
    return count
  }
  const done = Promise.resolve().then(work)
  running.set(token, { again: false, done })
  return done
}

/** What came from devices that were revoked goes back to their author, who is signed in. */
export const returnRevoked = (work: Work): Promise<number> => placeAll((run) => run(work), true)
