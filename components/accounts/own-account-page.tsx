import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ActionButton } from '@/components/forms/action-button'
import { TabWords } from '@/components/layout/tab-labels'
import { Term } from '@/components/layout/term'
import { Link } from '@/components/ui/link'
import { LinkButton } from '@/components/ui/link-button'
import { Tag } from '@/components/ui/tag'
import { formatTime } from '@/components/ui/time'
import type { AccreditationLine, OwnAccount, SessionLine } from '@/lib/accounts/account.view'
import { endMyOtherSessions, endMySession, signOutEverywhere } from '@/lib/accounts/session.actions'
import { languageName } from '@/lib/people/country.rules'
import { WORKING_LANGUAGES } from '@/lib/people/country-list.rules'
import type { Role } from '@/lib/shared/roles'
import { Accreditations } from './accreditations'
import { Part } from './part'
import { Passkeys } from './passkeys'
import { PasswordForm } from './password-form'
import { ProfileForm } from './profile-form'
import { RenewCodesForm } from './renew-codes-form'

type Own = {
  account: OwnAccount
  /** Null for those who visit no centre. */
  accreditations: readonly AccreditationLine[] | null
  /** Null for those who write nothing without a network. */
  devices: ReactNode
  minimum: number
  profile: { name: string; locale: string; role: Role }
}

export const OwnAccountPage = ({ account, accreditations, devices, minimum, profile }: Own) => {
  const t = useTranslations('accounts')
  const ofDevices = useTranslations('submissions.devices')
  const locale = useLocale()
  return (
    <>
      <TabWords words={t('me.title')} />
      <h1>{t('me.title')}</h1>
      <p className="mt-1 break-words text-muted">
        {t('me.identity', { email: account.email ?? '', role: t(`role.${profile.role}`) })}
      </p>
      <div className="mt-6 grid items-start gap-6 lg:grid-cols-2">
        <Part id="profile" title={t('me.profile')}>
          <ProfileForm
            name={profile.name}
            locale={profile.locale}
            languages={account.languages}
            choices={[...new Set([...WORKING_LANGUAGES, ...account.languages])]
              .map((value) => ({ value, label: languageName(value, locale) }))
              .sort((a, b) => a.label.localeCompare(b.label, locale))}
            version={account.version}
          />
          <p className="mt-4 text-sm text-muted">{t('me.appearance')}</p>
          {profile.role === 'guest' ? null : (
            <p className="mt-4">
              <Link href="/reports/readers">{t('me.readers')}</Link>
            </p>
          )}
        </Part>
        <Part id="sessions" title={t('me.sessions')}>
          <Sessions sessions={account.sessions} />
        </Part>
        {devices === null ? null : (
          <Part id="devices" title={ofDevices('title')}>
            {devices}
          </Part>
        )}
        <Part id="second-step" title={t('me.secondStep')}>
          <SecondStep account={account} />
        </Part>
        {account.takesPasskeys ? (
          <Part id="passkeys" title={t('me.passkeys.title')}>
            <Passkeys passkeys={account.passkeys} hasApp={account.enrolledOn !== null} />
          </Part>
        ) : null}
        {accreditations === null ? null : (
          <Part id="badges" title={<Term of="accreditation">{t('colleague.accreditations')}</Term>}>
            <Accreditations lines={accreditations} />
            <p className="mt-4 text-sm text-muted">{t('me.accreditationsWhy')}</p>
          </Part>
        )}
        <Part id="password" title={t('me.password')}>
          {account.passwordSetOn === null ? null : (
            <p className="mb-4 text-sm text-muted">
              {t('me.passwordSince', { day: formatTime(locale, account.passwordSetOn, 'day') })}
            </p>
          )}
          {account.lastReset === null ? null : (
            <p className="mb-4 text-sm">
              {t(account.lastReset.isUsed ? 'me.resetUsed' : 'me.resetMade', {
                name: account.lastReset.by,
                when: formatTime(locale, account.lastReset.at, 'moment'),
              })}
            </p>
          )}
          <PasswordForm email={account.email ?? ''} minimum={minimum} />
        </Part>
      </div>
    </>
  )
}

const SecondStep = ({ account }: { account: OwnAccount }) => {
  const t = useTranslations('accounts.me')
  const locale = useLocale()
  if (account.enrolledOn === null)
    return (
      <>
        <p className="mb-4">{t('notEnrolled')}</p>
        <LinkButton href="/sign-in/enrol?back=/accounts/me">{t('enrol')}</LinkButton>
      </>
    )
  return (
    <>
      <p className="mb-4">
        {t('enrolledSince', {
          day: formatTime(locale, account.enrolledOn, 'day'),
          codes: account.recoveryCodes,
        })}
      </p>
      <RenewCodesForm />
      <p className="mt-4">
        <LinkButton kind="plain" href="/sign-in/enrol?back=/accounts/me">
          {t('replaceApp')}
        </LinkButton>
      </p>
    </>
  )
}

const Sessions = ({ sessions }: { sessions: readonly SessionLine[] }) => {
  const t = useTranslations('accounts')
  const locale = useLocale()
  return (
    <>
      <ul>
        {sessions.map(({ id, browser, system, start, last, isThis }) => {
          const device = t('me.device', { browser: t(`browser.${browser}`), system: t(`system.${system}`) })
          return (
            <li
              key={id}
              className="flex flex-wrap items-center justify-between gap-3 border-b border-hair py-2.5"
            >
              <span className="min-w-0">
                <span className="font-semibold">{device}</span>
                <span className="block text-sm text-muted">
                  {t('me.lastSeen', {
                    start: formatTime(locale, start, 'moment'),
                    last: formatTime(locale, last, 'clock'),
                  })}
                </span>
              </span>
              {isThis ? (
                <Tag kind="info">{t('me.thisSession')}</Tag>
              ) : (
                <ActionButton action={endMySession} input={{ sessionId: id }}>
                  {t('me.endSession')}
                  <span className="sr-only"> {device}</span>
                </ActionButton>
              )}
            </li>
          )
        })}
      </ul>
      <p className="mt-4 flex flex-wrap gap-3">
        {sessions.length > 1 ? (
          <ActionButton action={endMyOtherSessions} input={{}} size="normal">
            {t('me.endOthers')}
          </ActionButton>
        ) : null}
        <ActionButton action={signOutEverywhere} input={{}} size="normal" then="/sign-in">
          {t('me.everywhere')}
        </ActionButton>
      </p>
      <p className="mt-4 text-sm text-muted">{t('me.known')}</p>
    </>
  )
}
