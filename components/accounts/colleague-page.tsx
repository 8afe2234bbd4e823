import { useLocale, useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import { ActionButton } from '@/components/forms/action-button'
import { TabWords } from '@/components/layout/tab-labels'
import { Link } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { formatTime } from '@/components/ui/time'
import type { ColleagueDetails, TeamChoice } from '@/lib/accounts/account.view'
import {
  closeDoor,
  deactivate,
  endSessionsOfColleague,
  reactivate,
  setDataLead,
} from '@/lib/accounts/administration.actions'
import type { SecondFault } from '@/lib/accounts/second-person.rules'
import { vouch } from '@/lib/accounts/voucher.actions'
import type { Day } from '@/lib/shared/dates'
import { AccountState } from './account-state'
import { AccreditationForm } from './accreditation-form'
import { Accreditations } from './accreditations'
import { CapabilityPart } from './capability-part'
import { Part } from './part'
import { ResetLink } from './reset-link'
import { RoleForm } from './role-form'

type Colleague = {
  colleague: ColleagueDetails
  teams: readonly TeamChoice[]
  centres: readonly { id: string; name: string }[]
  second: Second | null
  figures: Omit<ComponentProps<typeof CapabilityPart>, 'staffId'>
}
/** Whether the account counts as a second person beside the reader, and from when it is old enough. */
type Second = { fault: SecondFault | null; from: Day }

export const ColleaguePage = ({ colleague, teams, centres, second, figures }: Colleague) => {
  const t = useTranslations('accounts')
  const locale = useLocale()
  return (
    <>
      <p data-print="no">
        <Link href="/accounts">{t('colleague.back')}</Link>
      </p>
      <TabWords words={t('people.title')} />
      <h1 className="mt-2 flex flex-wrap items-center gap-3">
        {colleague.name}
        <AccountState colleague={colleague} />
      </h1>
      <p className="mt-1 text-muted">
        {[
          t(`role.${colleague.role}`),
          ...colleague.offices,
          t('colleague.since', { day: formatTime(locale, colleague.since, 'day') }),
        ].join(' · ')}
      </p>
      {colleague.isAwaited ? (
        <Notice kind="info">
          <p>{t('colleague.awaited')}</p>
        </Notice>
      ) : null}
      <div className="mt-6 grid items-start gap-6 lg:grid-cols-2">
        <Part id="accreditations" title={t('colleague.accreditations')}>
          <Accreditations lines={colleague.accreditations} />
          <h3 className="mt-6 mb-3">{t('colleague.addAccreditation')}</h3>
          <AccreditationForm staffId={colleague.id} centres={centres} />
        </Part>
        <div className="grid gap-6">
          <Part id="role" title={t('colleague.roleTitle')}>
            <p className="mb-4 text-sm text-muted">{t('colleague.roleHint')}</p>
            <RoleForm colleague={colleague} teams={teams} />
          </Part>
          {second === null ? null : <SecondPerson colleague={colleague} second={second} />}
          {colleague.role === 'guest' || !colleague.active ? null : (
            <CapabilityPart staffId={colleague.id} {...figures} />
          )}
          {colleague.role === 'admin' && colleague.active ? <DataLead colleague={colleague} /> : null}
          <Part id="access" title={t('colleague.accessTitle')} className="grid gap-5">
            {colleague.active ? <SwitchOff colleague={colleague} /> : <SwitchOn colleague={colleague} />}
          </Part>
        </div>
      </div>
    </>
  )
}

const SecondPerson = ({ colleague, second }: { colleague: ColleagueDetails; second: Second }) => {
  const t = useTranslations('accounts.colleague.second')
  const locale = useLocale()
  const { id, role, invitedBy, vouchedBy } = colleague
  return (
    <Part id="second" title={t('title')} className="grid gap-2">
      <p>{invitedBy === null ? t('installed') : t('invitedBy', { name: invitedBy })}</p>
      <p>{vouchedBy === null ? t('notVouched') : t('vouchedBy', { name: vouchedBy })}</p>
      <p>
        {second.fault === null
          ? t('counts')
          : t(`not.${second.fault}`, { day: formatTime(locale, second.from, 'day') })}
      </p>
      {role === 'admin' && vouchedBy === null ? (
        <div>
          <p className="mb-2 text-sm text-muted">{t('vouchHint')}</p>
          <ActionButton action={vouch} input={{ staffId: id }} size="normal">
            {t('vouch')}
          </ActionButton>
        </div>
      ) : null}
    </Part>
  )
}

const DataLead = ({
  colleague: { id, name, leadsDataProtection, dataLeadAlone },
}: {
  colleague: ColleagueDetails
}) => {
  const t = useTranslations('accounts.colleague.dataLead')
  return (
    <Part id="data-lead" title={t('title')}>
      <p className="mb-3">{leadsDataProtection ? t('on', { name }) : t('off', { name })}</p>
      {dataLeadAlone ? <p className="mb-3 text-late">{t('alone')}</p> : null}
      <ActionButton action={setDataLead} input={{ staffId: id, leads: !leadsDataProtection }} size="normal">
        {leadsDataProtection ? t('take') : t('give')}
      </ActionButton>
    </Part>
  )
}

const SwitchOff = ({ colleague: { id, name, role, version } }: { colleague: ColleagueDetails }) => {
  const t = useTranslations('accounts.colleague')
  return (
    <>
      <div>
        <p className="mb-2 text-sm text-muted">{t('endSessionsHint')}</p>
        <ActionButton action={endSessionsOfColleague} input={{ staffId: id }} size="normal">
          {t('endSessions')}
        </ActionButton>
      </div>
      <div>
        <p className="mb-2 text-sm text-muted">{t('resetHint')}</p>
        <ResetLink staffId={id} name={name} />
      </div>
      {role === 'admin' ? null : (
        <div>
          <p className="mb-2 text-sm text-muted">{t('suspendNowHint')}</p>
          <ActionButton action={closeDoor} input={{ staffId: id }} size="normal">
            {t('suspendNow')}
          </ActionButton>
        </div>
      )}
      <div>
        <p className="mb-2 text-sm text-muted">{t('deactivateHint')}</p>
        <ActionButton action={deactivate} input={{ staffId: id, version }} kind="danger" size="normal">
          {t('deactivate')}
        </ActionButton>
      </div>
    </>
  )
}

const SwitchOn = ({ colleague: { id, version } }: { colleague: ColleagueDetails }) => {
  const t = useTranslations('accounts.colleague')
  return (
    <div>
      <p className="mb-2 text-sm text-muted">{t('reactivateHint')}</p>
      <ActionButton action={reactivate} input={{ staffId: id, version }} size="normal">
        {t('reactivate')}
      </ActionButton>
    </div>
  )
}
