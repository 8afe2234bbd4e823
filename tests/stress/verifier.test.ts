import { expect, it } from 'vitest'
import { fingerprintOf } from '@/lib/statistics/signature'
import { verifyArchives } from '@/lib/statistics/verify/verify'
import { givenArchives, givenSigner } from '../support/archives'
import { givenMutants } from '../support/mutated-archives'

const signer = givenSigner('an organisation')
const key = fingerprintOf(signer.key)
const organisations = Array.from({ length: 10 }, (_, i) => i + 1)

it('the verifier proves every archive of ten organisations, and refuses 500 of 500 changed ones', async () => {
  let refused = 0
  for (const seed of organisations) {
    const archives = await givenArchives(seed, signer)
    const all = archives.map(({ id, zip }) => ({ name: `${seed}/${id}`, bytes: zip }))
    expect(verifyArchives(all, [key]).filter(({ state }) => state !== 'proven')).toEqual([])
    for (const { name, of, bytes } of await givenMutants(archives, signer, { seed, count: 50 })) {
      const rest = archives.filter(({ id }) => of.rest.includes(id))
      const given = [{ name, bytes }, ...rest.map(({ id, zip }) => ({ name: id, bytes: zip }))]
      const [verdict] = verifyArchives(given, [key])
      expect({ seed, name, kind: of.kind, state: verdict?.state }).toMatchObject({ state: 'refused' })
      refused += 1
    }
  }
  expect(refused).toBe(500)
})
