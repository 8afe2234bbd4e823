import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import * as z from 'zod'
import { insertPersonWithFile } from '@/lib/cases/case.data'
import { letGuestIn } from '@/lib/circles/guest.actions'
import { writeComment } from '@/lib/comments/comment.actions'
import { recordConsent } from '@/lib/consents/consent.actions'
import { keyIdOf } from '@/lib/crypto/envelope'
import { disconnect } from '@/lib/db/client'
import { encounterNoteAt, encryptText } from '@/lib/detention/encrypted-text.data'
import { emptyPerson } from '@/lib/people/empty-person'
import { toNewPerson } from '@/lib/people/person.schema'
import { saveReferral } from '@/lib/referrals/referral.actions'
import { answerErasure, askErasure } from '@/lib/rights/erasure.actions'
import { liftHold, placeHold } from '@/lib/rights/hold.actions'
import { askCorrection, askExtract } from '@/lib/rights/request.actions'
import { report } from '@/lib/runtime/log'
import { addDays, dayOf } from '@/lib/shared/dates'
import { saveTraffickingAccount } from '@/lib/trafficking/account.actions'
import { addExploiter } from '@/lib/trafficking/exploiter.actions'
import { saveTraffickingStage } from '@/lib/trafficking/stage.actions'
import { verifyAuditLog } from '../../scripts/audit-log/verify'
import { backupDatabase } from '../../scripts/backup.mjs'
import { type Cluster, openCluster } from '../../scripts/cluster.mjs'
import { createDatabase } from '../../scripts/database.mjs'
import { restoreDatabase } from '../../scripts/restore.mjs'
import { makeCheckpoints, takeStock } from '../support/audit-log'
import { givenStaffOf } from '../support/given/colleague'
import { aConsent } from '../support/given/consents'
import { givenDraft } from '../support/given/draft'
import { givenFullFile } from '../support/given/full-file'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { aReferral } from '../support/given/referrals'
import { anAccount } from '../support/given/trafficking'
import { act } from '../support/handlers'
import { urls } from '../support/own-database'
import { bring, text } from '../support/papers'
import { openSuperuser } from '../support/superuser'

const NEEDLES = ['Kalimo', 'Zz', 'Qq']
/** The same in a column of bytes, as PostgreSQL writes it: long enough to stand in no cipher by chance. */
const IN_BYTES = ['Kalimo', 'Qqherself', 'Zzconversation', 'Zzboss'].map((word) =>
  Buffer.from(word).toString('hex'),
)
const day = 86_400_000
const today = dayOf(new Date())
const yes = z.object({ ok: z.literal(true), value: z.record(z.string(), z.unknown()) })

type Ask = GivenOrganisation['ask']
let organisation: GivenOrganisation
let cluster: Cluster
let folder: string
let identityFile: string
let archive: string
let caseId: string
let code: string
let ids: string[]
let dataKeys: string[]
let apartId: string
let owner: pg.Client
/** What the application writes into its log, which is the output of its process. */
const logged: string[] = []

const listening = <F extends (...told: never[]) => unknown>(real: F): F =>
  new Proxy(real, {
    apply: (run, self, told: unknown[]) => {
      if (typeof told[1] === 'string') logged.push(told[1])
      return Reflect.apply(run, self, told)
    },
  })

const openOther = async (url: string): Promise<{ ask: Ask; close: () => Promise<void> }> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return {
    ask: async (sql, values = []) => (await client.query(sql, [...values])).rows,
    close: () => client.end(),
  }
}

/** Every cell of every table, as the text of a dump. */
async function* cells(ask: Ask): AsyncGenerator<{ at: string; value: unknown }> {
  for (const { name } of await ask(`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`))
    for (const { row } of await ask(`SELECT to_jsonb(t) AS row FROM public."${String(name)}" t`))
      for (const [column, value] of Object.entries(z.record(z.string(), z.unknown()).parse(row)))
        yield { at: `${String(name)}.${column}`, value }
}
const find = async (ask: Ask, needles: readonly string[]): Promise<string[]> => {
  const hits = new Set<string>()
  for await (const { at, value } of cells(ask))
    if (needles.some((needle) => JSON.stringify(value).includes(needle))) hits.add(at)
  return [...hits].sort()
}
/** Ciphers that a data key opens, and whether the key is there. */
const findEncryptedWith = async (ask: Ask, keys: readonly string[]): Promise<string[]> => {
  const hits = new Set<string>()
  for await (const { at, value } of cells(ask)) {
    if (typeof value !== 'string' || !value.startsWith('\\x01')) continue
    const bytes = Buffer.from(value.slice(2), 'hex')
    if (bytes.length > 45 && keys.includes(keyIdOf(bytes))) hits.add(at)
  }
  return [...hits].sort()
}
const countKeys = async (ask: Ask) =>
  (await ask('SELECT count(*)::int AS n FROM wrapped_key WHERE id = ANY ($1)', [dataKeys]))[0]?.n

const backup = (now: Date) => {
  const recipients = [z.string().parse(process.env.TEST_RECIPIENT)]
  return backupDatabase({ url: urls.backup, folder, recipients, now })
}

/** A file about possible trafficking, among its members alone, with a canary wherever someone can type in it. */
const givenFileApart = async (
  did: (action: Parameters<typeof act>[1], input: unknown) => Promise<unknown>,
) => {
  const { caseId: id, personId } = await organisation.casey.work((work) =>
    insertPersonWithFile(work, {
      person: { ...toNewPerson({ ...emptyPerson, name: 'Kalimo Zzapart' }, '2026-02-03'), identifiers: [] },
      file: {
        kind: 'thb',
        teamId: organisation.north,
        workerId: organisation.casey.id,
        openedOn: '2026-02-03',
        status: 'active',
        risk: 'low',
        secrecy: 'restricted',
        secondMemberId: organisation.cory.id,
        nextStep: null,
        stay: null,
      },
    }),
  )
  const words = { words: 'Zzaccount of Qqherself', reading: 'Zzreading by Qqus' }
  await did(saveTraffickingAccount, anAccount(id, words))
  await did(saveTraffickingStage, {
    caseId: id,
    subjectId: '',
    version: 0,
    kind: 'detection',
    on: '2026-03-04',
    condition: '',
    holds: '',
    reason: '',
    words: 'Zzstage of Qqherself',
  })
  await did(addExploiter, { caseId: id, name: 'Zzboss Qqnamed', words: 'Zzwords on Qqboss' })
  return { id, personId }
}

beforeAll(async () => {
  organisation = await givenCaseOrganisation()
  owner = await openSuperuser()
  // The log writes at once, or as soon as what it writes to takes more.
  const [atOnce, later] = [listening(fs.writeSync), listening(fs.write)]
  vi.spyOn(fs, 'writeSync').mockImplementation(atOnce)
  vi.spyOn(fs, 'write').mockImplementation(later)
  cluster = await openCluster({ test: true })
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'accompany-erased-'))
  identityFile = path.join(folder, 'identity')
  const identity = await generateX25519Identity()
  fs.writeFileSync(identityFile, identity)
  process.env.TEST_RECIPIENT = await identityToRecipient(identity)

  const full = await givenFullFile(organisation)
  caseId = full.caseId
  code = full.code
  const { personId } = full
  const guest = await givenStaffOf(organisation, 'guest', null)
  const did = async (action: Parameters<typeof act>[1], input: unknown) =>
    yes.parse(await act(organisation.casey.token, action, input)).value
  await did(writeComment, {
    caseId,
    kind: 'question',
    text: 'Zzcomment on Qqherself',
    toStaffId: organisation.coral.id,
    answersId: '',
  })
  await did(
    recordConsent,
    aConsent(caseId, personId, {
      words: 'Zzconsent of Qqherself',
      form: 'stated',
      statement: 'Zzstated by Qqherself',
      heardBy: 'Zzwitness of Qqherself',
    }),
  )
  await did(saveReferral, aReferral(caseId, personId, { to: 'Zzhouse', asked: 'Zzasked for Qqherself' }))
  await did(letGuestIn, {
    caseId,
    staffId: guest.id,
    guestKind: 'interpreter',
    parts: ['notes'],
    until: addDays(today, 3),
    reason: 'Zzguest for Qqherself',
  })
  const hold = { caseId, ground: 'complaint', words: 'Zzhold on Qqherself', reviewOn: addDays(today, 30) }
  const { holdId } = await did(placeHold, hold)
  await did(liftHold, { caseId, holdId, words: 'Zzlifted for Qqherself' })
  const asked = { caseId, personId, askedOn: today, words: 'Zzrequest of Qqherself' }
  await did(askExtract, { ...asked, language: 'nl' })
  await did(askCorrection, asked)
  const paper = await bring(organisation.casey.token, caseId, [text('Zzpaper of Qqherself')])
  if (!paper.ok) throw new Error(paper.code)
  await givenDraft(
    organisation,
    organisation.casey,
    'd'.repeat(64),
    JSON.stringify({ caseId, text: 'Zzdraft' }),
  )
  // A conversation with words, as a visit leaves it.
  const [met] = await organisation.ask('SELECT id, version FROM encounter WHERE case_id = $1', [caseId])
  const note = await organisation.casey.work((work) =>
    encryptText(
      work,
      encounterNoteAt(caseId, String(met?.id), Number(met?.version)),
      'Zzconversation with Qqherself',
    ),
  )
  await organisation.ask('UPDATE encounter SET note_cipher = $2 WHERE id = $1', [met?.id, note])
  const apart = await givenFileApart(did)
  apartId = apart.id
  ids = [caseId, personId, full.relativeId, apart.id, apart.personId]
  dataKeys = (await organisation.ask('SELECT id FROM wrapped_key WHERE holder_id = ANY ($1)', [ids])).map(
    ({ id }) => String(id),
  )
  await organisation.ask(
    `UPDATE case_file SET status = 'closed', closed_on = '2020-01-02' WHERE id = ANY ($1)`,
    [[caseId, apartId]],
  )
  await takeStock(owner)
  await makeCheckpoints(owner)
})
afterAll(async () => {
  vi.restoreAllMocks()
  fs.rmSync(folder, { recursive: true, force: true })
  await cluster.release()
  await organisation.close()
  await owner.end()
  await disconnect()
})

describe('a file with a canary wherever someone can type', () => {
  it('is in the database and in an archive, encrypted but for names, and after its erasure in neither', async () => {
    // Names of ordinary files stand in clear, so that they are found; nothing else of what was typed does.
    expect(await find(organisation.ask, [...NEEDLES, ...IN_BYTES])).toEqual(['person_name.text'])
    expect((await findEncryptedWith(organisation.ask, dataKeys)).length).toBeGreaterThanOrEqual(15)
    expect(await countKeys(organisation.ask)).toBe(dataKeys.length)
    expect(dataKeys.length).toBeGreaterThan(1)
    const now = new Date()
    archive = path.join(folder, (await backup(now)).file)

    const asked = yes.parse(
      await act(organisation.casey.token, askErasure, {
        caseIds: [caseId, apartId],
        ground: 'consent_withdrawn',
        words: 'Zzasked by Qqherself',
      }),
    )
    // Of the open file the coordinator of its office says yes, of the other one a member, who alone knows of it.
    const words = await organisation.ask('SELECT id, case_id FROM file_erasure WHERE id = ANY ($1)', [
      asked.value.erasureIds,
    ])
    for (const { id, case_id: file } of words)
      expect(
        await act(file === apartId ? organisation.cory.token : organisation.coral.token, answerErasure, {
          erasureIds: [id],
          agrees: true,
        }),
      ).toMatchObject({ ok: true })
    expect(words).toHaveLength(2)

    // No word in clear, no cipher of theirs, no key, no id but in the audit log, in the list that a restore replays and in receipts.
    const gone = async (ask: Ask) => {
      expect(await find(ask, [...NEEDLES, ...IN_BYTES, code])).toEqual([])
      expect(await findEncryptedWith(ask, dataKeys)).toEqual([])
      expect(await countKeys(ask)).toBe(0)
      const known = /^(audit_event\.(case_id|detail)|erasure\.holder_id|receipt\.answer|row_mark\.row_key)$/
      expect((await find(ask, ids)).filter((at) => !known.test(at))).toEqual([])
      expect(await ask('SELECT count(*)::int AS n FROM draft')).toEqual([{ n: 0 }])
    }
    await gone(organisation.ask)
    // Every row that went said so: nothing looks as if someone had taken it away.
    expect((await verifyAuditLog(urls.backup)).found).toEqual([])

    // The application's own log holds none of it, also when something breaks over it; nor does the database's.
    expect(report('canary', new Error('Zzbroken over Qqherself'))).toMatch(/^[0-9a-f]{8}$/)
    expect(logged.join('')).toContain('"handler":"canary"')
    expect(NEEDLES.filter((needle) => logged.join('').includes(needle))).toEqual([])
    const [place] = z
      .array(z.object({ folder: z.string() }))
      .length(1)
      .parse(
        await organisation.ask(
          "SELECT current_setting('data_directory') || '/' || current_setting('log_directory') AS folder",
        ),
      )
    const logs = place?.folder ?? ''
    const files = fs.readdirSync(logs)
    expect(files.length).toBeGreaterThan(0)
    for (const name of files) {
      const log = fs.readFileSync(path.join(logs, name), 'utf8')
      expect(['Kalimo', 'Zzaccount', 'Zzconversation'].filter((needle) => log.includes(needle))).toEqual([])
    }

    // An archive from before is opened, and comes back without them.
    await backup(new Date(now.getTime() + day))
    const target = await createDatabase({
      cluster,
      name: `${new URL(urls.superuser).pathname.slice(1)}_back`,
    })
    await restoreDatabase({ url: target.migrate, file: archive, identityFile })
    const other = await openOther(target.superuser)
    try {
      await gone(other.ask)
      expect(await other.ask(`SELECT count(*)::int AS n FROM encounter`)).toEqual([{ n: 1 }])
    } finally {
      await other.close()
    }

    // Thirty days later nothing opens an archive that still holds them, wherever a copy lies.
    const copy = path.join(folder, 'copy.backup')
    fs.copyFileSync(archive, copy)
    await backup(new Date(now.getTime() + 31 * day))
    const empty = await createDatabase({ cluster, name: `${new URL(urls.superuser).pathname.slice(1)}_late` })
    await expect(restoreDatabase({ url: empty.migrate, file: copy, identityFile })).rejects.toThrow(
      'nothing opens the archive any more',
    )
    for (const name of fs.readdirSync(folder).filter((one) => one.endsWith('.json')))
      expect(
        NEEDLES.some((needle) => fs.readFileSync(path.join(folder, name), 'utf8').includes(needle)),
      ).toBe(false)
  })
})
