import { afterAll, expect, it } from 'vitest'
import { POST } from '@/app/shared/[secret]/route'
import { newToken } from '@/lib/accounts/token'
import { disconnect } from '@/lib/db/client'
import { recordReferralStep, saveReferral } from '@/lib/referrals/referral.actions'
import { makeShare } from '@/lib/referrals/share.actions'
import { chanceLonger } from '../support/chance'
import { givenFullFile } from '../support/given/full-file'
import { givenCaseOrganisation } from '../support/given/organisation'
import { aReferral, aStep } from '../support/given/referrals'
import { aShare } from '../support/given/shares'
import { act, withToken } from '../support/handlers'

const PAIRS = 2000
afterAll(disconnect)

it(`a wrong code takes as long as no link at all, over ${PAIRS} pairs`, async () => {
  const organisation = await givenCaseOrganisation()
  const { caseId, personId } = await givenFullFile(organisation)
  const saved = await act(organisation.casey.token, saveReferral, aReferral(caseId, personId, {}))
  if (!saved.ok) throw new Error(saved.code)
  const { subjectId } = saved.value
  await act(organisation.casey.token, recordReferralStep, aStep(caseId, subjectId))
  const link = aShare(caseId, subjectId)
  expect(await act(organisation.casey.token, makeShare, link)).toMatchObject({ ok: true })

  const took = async (secret: string): Promise<number> => {
    // Every try finds the link and the network as the first one did.
    await organisation.ask('DELETE FROM throttle')
    await organisation.ask('UPDATE referral_share SET tries = 0 WHERE tries > 0')
    const began = performance.now()
    const { status } = await withToken(null, () =>
      POST(
        new Request(`http://localhost:3000/shared/${secret}?l=en`, {
          method: 'POST',
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          body: 'code=00000000',
        }),
        { params: Promise.resolve({ secret }) },
      ),
    )
    expect(status).toBe(404)
    return performance.now() - began
  }
  const wrong: number[] = []
  const none: number[] = []
  for (let pair = 0; pair < PAIRS; pair++)
    for (const isWrong of pair % 2 === 0 ? [true, false] : [false, true])
      if (isWrong) wrong.push(await took(link.secret))
      else none.push(await took(newToken()))
  const chance = chanceLonger(wrong, none)
  console.log(`the chance that a wrong code takes longer than no link: ${chance.toFixed(3)}`)
  await organisation.close()
  expect(chance).toBeGreaterThan(0.45)
  expect(chance).toBeLessThan(0.55)
})
