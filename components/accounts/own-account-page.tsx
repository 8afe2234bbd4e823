import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ActionButton } from '@/components/forms/action-button'
import { TabWords } from '@/components/layout/tab-labels'
import { Term } from '@/components/layout/term'
import { Fold } from '@/components/ui/fold'
import { LinkButton } from '@/components/ui/link-button'
import { Section } from '@/components/ui/section'
import { Tag } from '@/components/ui/tag'
import { RowLink } from '@/components/ui/text-link'
import { formatTime } from '@/components/ui/time'
import type { AccreditationLine, OwnAccount, SessionLine } from '@/lib/accounts/account.view'
import { endMyOtherSessions, endMySession, signOutEverywhere } from '@/lib/accounts/session.actions'
import { languageName } from '@/lib/people/country.rules'
import { WORKING_LANGUAGES } from '@/lib/people/country-list.rules'
import type { Role } from '@/lib/shared/roles'
import { Accreditations } from './accreditations'
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
      <div className="mt-4 grid items-start gap-x-10 gap-y-7 lg:grid-cols-2">
        <div className="grid gap-7">
          <Section title={t('me.profile')}>
            <ProfileForm
              name={profile.name}
              locale={profile.locale}
              languages={account.languages}
              choices={[...new Set([...WORKING_LANGUAGES, ...account.languages])]
                .map((value) => ({ value, label: languageName(value, locale) }))
                .sort((a, b) => a.label.localeCompare(b.label, locale))}
              version={account.version}
            />
            <p className="mt-3 text-sm text-muted">{t('me.appearance')}</p>
            {profile.role === 'guest' ? null : (
              <p>
                <RowLink href="/reports/readers">{t('me.readers')}</RowLink>
              </p>
            )}
          </Section>
          {accreditations === null ? null : (
            <Section
              title={t('colleague.accreditations')}
              heading={<Term of="accreditation">{t('colleague.accreditations')}</Term>}
            >
              <Accreditations lines={accreditations} />
              <p className="mt-2 text-sm text-muted">{t('me.accreditationsWhy')}</p>
            </Section>
          )}
          {devices === null ? null : <Section title={ofDevices('title')}>{devices}</Section>}
        </div>
        <div className="grid gap-7">
          <Section title={t('me.secondStep')}>
            <SecondStep account={account} />
          </Section>
          {account.takesPasskeys ? (
            <Section title={t('me.passkeys.title')}>
              <Passkeys passkeys={account.passkeys} hasApp={account.enrolledOn !== null} />
            </Section>
          ) : null}
          <Section title={t('me.password')}>
            {account.passwordSetOn === null ? null : (
              <p>{t('me.passwordSince', { day: formatTime(locale, account.passwordSetOn, 'day') })}</p>
            )}
            {account.lastReset === null ? null : (
              <p className="mt-1 text-sm">
                {t(account.lastReset.isUsed ? 'me.resetUsed' : 'me.resetMade', {
                  name: account.lastReset.by,
                  when: formatTime(locale, account.lastReset.at, 'moment'),
                })}
              </p>
            )}
            <Fold label={t('me.changePassword')}>
              <PasswordForm email={account.email ?? ''} minimum={minimum} />
            </Fold>
          </Section>
          <Section title={t('me.sessions')}>
            <Sessions sessions={account.sessions} />
          </Section>
        </div>
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
        <p className="mb-3">{t('notEnrolled')}</p>
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

/** As many as people have devices; the others are one press away. */
const SHOWN = 3

const Sessions = ({ sessions }: { sessions: readonly SessionLine[] }) => {
  const t = useTranslations('accounts')
  const rest = sessions.slice(SHOWN)
  return (
    <>
      <ul>
        {sessions.slice(0, SHOWN).map((session) => (
          <SessionRow key={session.id} session={session} />
        ))}
      </ul>
      {rest.length === 0 ? null : (
        <Fold label={t('me.moreSessions', { count: rest.length })}>
          <ul>
            {rest.map((session) => (
              <SessionRow key={session.id} session={session} />
            ))}
          </ul>
        </Fold>
      )}
      <p className="mt-2 flex flex-wrap gap-3">
        {sessions.length > 1 ? (
          <ActionButton action={endMyOtherSessions} input={{}}>
            {t('me.endOthers')}
          </ActionButton>
        ) : null}
        <ActionButton action={signOutEverywhere} input={{}} then="/sign-in">
          {t('me.everywhere')}
        </ActionButton>
      </p>
      <p className="mt-3 text-sm text-muted">{t('me.known')}</p>
    </>
  )
}

const SessionRow = ({ session: { id, browser, system, start, last, isThis } }: { session: SessionLine }) => {
  const t = useTranslations('accounts')
  const locale = useLocale()
  const device = t('me.device', { browser: t(`browser.${browser}`), system: t(`system.${system}`) })
  return (
    <li className="flex items-center gap-3 border-b border-hair py-1.5">
      <span className="min-w-0 grow">
        <span className="font-semibold">{device}</span>
        <span className="block text-sm text-muted">
          {t('me.lastSeen', {
            start: formatTime(locale, start, 'moment'),
            last: formatTime(locale, last, 'clock'),
          })}
        </span>
      </span>
      {isThis ? (
        <span className="shrink-0">
          <Tag kind="info">{t('me.thisSession')}</Tag>
        </span>
      ) : (
        <ActionButton action={endMySession} input={{ sessionId: id }} kind="plain">
          {t('me.endSession')}
          <span className="sr-only"> {device}</span>
        </ActionButton>
      )}
    </li>
  )
}
