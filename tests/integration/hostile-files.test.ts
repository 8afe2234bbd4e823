import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { disconnect } from '@/lib/db/client'
import errors from '../../messages/en/errors.json'
import { bringTable } from '../support/bring-table'
import { givenBareFile } from '../support/given/bare-file'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { HOSTILE_FILES, type HostileFile } from '../support/hostile-files'
import { bring } from '../support/papers'
import { isSweep } from '../support/sweep'

let organisation: GivenOrganisation
let caseId: string
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
  caseId = (await givenBareFile(organisation)).id
})
afterAll(async () => {
  await organisation.close()
  await disconnect()
})

const send = async ({ entry, make }: HostileFile): Promise<string | null> => {
  const answer =
    entry === 'table'
      ? await bringTable(organisation.coral.token, organisation.north, make())
      : await bring(organisation.casey.token, caseId, [make()])
  return answer.ok ? null : (answer.fields?.files ?? answer.code)
}

// All of them against a served application of 400 MB: tests/stress/hostile-files.test.ts.
describe('a file that harms what opens it', () => {
  it('is one of forty and more', () => expect(HOSTILE_FILES.length).toBeGreaterThanOrEqual(40))

  // One of six, and each that lies about its size: no other test sends one.
  const drawn = HOSTILE_FILES.filter(({ what }, i) => isSweep || i % 6 === 0 || what.includes('says it has'))
  it.each(drawn.map((file) => [file.what, file] as const))('%s', async (_, file) => {
    const said = await send(file)
    expect(file.says).toContain(said)
    if (said !== null) expect(Object.keys(errors)).toContain(said.split(':')[0])
  })

  it('says words for each of its codes', () => {
    const codes = HOSTILE_FILES.flatMap(({ says }) => says).flatMap((code) => code?.split(':')[0] ?? [])
    expect(codes.filter((code) => !Object.hasOwn(errors, code))).toEqual([])
  })
})
