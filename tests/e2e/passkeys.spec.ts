import { hash } from '@node-rs/argon2'
import type { Page } from '@playwright/test'
import { Secret, TOTP } from 'otpauth'
import { saidAs, say } from '../support/say'
import { expect, expectAccessible, expectNoSidewaysScroll, PEOPLE, signInAs, test } from './fixtures'

const PASSWORD = 'lantern gravel piano otter'
const EMAIL = 'corina@havenlicht.example'
const REASON = 'Verzonnen: er staat iemand aan de poort die gevaar loopt.'

/** The browser has an authenticator that knows its person. */
const addAuthenticator = async (page: Page): Promise<void> => {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

test('a passkey is added beside the app, signs in, and proves who one is while what was typed stays', async ({
  page,
  testServer,
}) => {
  const who = `(SELECT id FROM staff WHERE name = '${PEOPLE.coordinator}')`
  await testServer.db.query(
    `INSERT INTO credential (staff_id, email, password_hash, password_set_at) VALUES (${who}, $1, $2, now())
     ON CONFLICT (staff_id) DO UPDATE SET email = $1, password_hash = $2`,
    [EMAIL, await hash(PASSWORD)],
  )
  const forgetProof = () =>
    testServer.db.query(
      `UPDATE session SET stepped_up_at = now() - interval '301 seconds' WHERE staff_id = ${who}`,
    )
  await addAuthenticator(page)
  await signInAs(page, testServer, 'coordinator')
  await page.goto('/sign-in/enrol?back=/accounts/me')
  const key = (await page.getByText(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/).textContent()) ?? ''
  const secret = Secret.fromBase32(key.replaceAll(' ', ''))
  await page.getByLabel(say('accounts.enrol.label')).fill(new TOTP({ secret }).generate())
  await page.getByRole('button', { name: say('accounts.enrol.submit') }).click()
  await expect(page.getByRole('heading', { name: say('accounts.recovery.title') })).toBeFocused()
  const [recovery = ''] = await page.getByRole('listitem').allInnerTexts()
  await page.getByRole('button', { name: say('accounts.recovery.kept') }).click()
  await page.waitForURL('**/accounts/me')

  // A passkey is a way in: the one who adds it proves first who they are, here with a recovery code.
  await forgetProof()
  const dialog = page.getByRole('dialog', { name: say('confirm.title') })
  await page.getByLabel(say('accounts.me.passkeys.name'), { exact: true }).last().fill('Laptop')
  await page.getByRole('button', { name: say('accounts.me.passkeys.add') }).click()
  await expect(dialog.getByLabel(say('confirm.code'), { exact: true })).toBeFocused()
  await expectAccessible(page)
  await dialog.getByLabel(say('confirm.code'), { exact: true }).fill('000000')
  await dialog.getByRole('button', { name: say('confirm.submit') }).click()
  await expect(dialog.getByRole('alert').filter({ hasText: say('errors.codeNotAccepted') })).toBeFocused()
  await dialog.getByLabel(say('confirm.code'), { exact: true }).fill(recovery)
  await dialog.getByRole('button', { name: say('confirm.submit') }).click()
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Laptop' })).toHaveText(
    new RegExp(say('accounts.me.passkeys.remove')),
  )
  await expectAccessible(page)
  await page.setViewportSize({ width: 320, height: 700 })
  await expectNoSidewaysScroll(page)
  await page.setViewportSize({ width: 1366, height: 768 })

  await page.getByRole('button', { name: say('accounts.me.everywhere') }).click()
  await page.waitForURL('**/sign-in')
  await page.getByLabel(say('accounts.signIn.email')).fill(EMAIL)
  await page.getByLabel(say('accounts.signIn.password')).fill(PASSWORD)
  await page.getByLabel(say('accounts.signIn.password')).press('Enter')
  await page.waitForURL('**/sign-in/code')
  await expectAccessible(page)
  await page.getByRole('button', { name: say('accounts.code.passkey') }).click()
  await page.waitForURL(`${testServer.url}/`)

  // Closed, the question leaves the form as it was; answered, the same is sent.
  await forgetProof()
  await page.goto('/circles/emergency')
  await page.getByLabel(say('circles.glass.field.code')).fill('XX-XXX')
  await page.getByRole('radio', { name: say('circles.glass.kind.danger') }).check()
  await page.getByLabel(say('circles.glass.field.reason')).fill(REASON)
  await page.getByRole('button', { name: say('circles.glass.open') }).click()
  await expect(dialog.getByRole('button', { name: say('confirm.passkey') })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByText(say('errors.stepUp'))).toBeVisible()
  await expect(page.getByLabel(say('circles.glass.field.reason'))).toHaveValue(REASON)
  await page.getByRole('button', { name: say('circles.glass.open') }).click()
  await dialog.getByRole('button', { name: say('confirm.passkey') }).click()
  await expect(page.getByText(say('circles.glass.missed.title'))).toBeVisible()

  // What leaves as a file is asked for on a page of its own, and comes.
  await forgetProof()
  await page.goto('/cases/export')
  await page
    .getByLabel(say('caseload.export.why'))
    .selectOption({ label: say('caseload.export.reason.meeting') })
  await page.getByRole('button', { name: saidAs('caseload.export.do', { files: /\d+/ }) }).click()
  await page.waitForURL('**/accounts/me/confirm?to=*')
  await expectAccessible(page)
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: say('confirm.passkey') }).click()
  await (await download).delete()
  await expect(page.getByText(say('confirm.done'))).toBeVisible()
  await page.getByRole('button', { name: say('confirm.back') }).click()
  await page.waitForURL('**/cases/export')
})
