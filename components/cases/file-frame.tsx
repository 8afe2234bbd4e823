import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

import { TabTitle } from '@/components/layout/tab-title'
import { SafeContacts } from '@/components/people/safe-contact'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { Tabs } from '@/components/ui/tabs'
import { Tag } from '@/components/ui/tag'
import { isClosed } from '@/lib/cases/case.rules'
import type { CaseHeader } from '@/lib/cases/case-header.data'
import { type FilePart, fileHref, tabsOf } from '@/lib/cases/file-part.view'
import { bySeverity } from '@/lib/cases/severity.rules'
import { toWords } from '@/lib/cases/word.view'
import type { Day } from '@/lib/shared/dates'
import { ClosedNotice } from './closed-notice'
import { GlassNotices } from './glass-notices'
import { Identity } from './identity'
import { LegalHoldNotice } from './legal-hold-notice'
import { MissingNotices } from './missing-notices'
import { OtherPeople } from './other-people'
import { SignalTag } from './signal-tag'

const SIGNALS_SHOWN = 4

type Props = {
  readonly caseHeader: CaseHeader
  readonly part: FilePart | null
  readonly today: Day
  readonly action?: ReactNode
  readonly children: ReactNode
}

/** The head of every page of a file: who it is, as they say it and as others do, and the way to the other pages. */
export const FileFrame = ({ caseHeader, part, today, action, children }: Props) => {
  const t = useTranslations('cases')
  const locale = useLocale()
  const labels = toWords(caseHeader.words, locale)
  const tabs = tabsOf(caseHeader, today, part)
  const principals = caseHeader.people.filter(({ inFile }) => inFile.role === 'principal')
  const main = principals.length === 0 ? caseHeader.people.slice(0, 1) : principals
  const signals = [...caseHeader.signals].sort(bySeverity)
  // A critical signal is never cut from sight, however many there are.
  const shown = Math.max(SIGNALS_SHOWN, signals.filter(({ severity }) => severity === 'critical').length)
  return (
    <>
      <TabTitle text={t('tab', { code: caseHeader.code })} />
      <Card as="section" label={t('head')} className="print:mb-5">
        <div className="flex flex-wrap items-start gap-x-5 gap-y-3">
          <div className="grid min-w-0 grow basis-80 gap-4">
            {main.map((person, index) => (
              <Identity key={person.id} person={person} today={today} isFirst={index === 0} />
            ))}
            <SafeContacts
              contacts={caseHeader.contacts}
              people={caseHeader.people}
              href={fileHref(caseHeader, 'contacts')}
            />
            <OtherPeople
              people={caseHeader.people.filter((one) => !main.includes(one))}
              href={fileHref(caseHeader, 'details')}
              today={today}
            />
          </div>
          <div className="grid justify-items-end gap-2 max-sm:w-full max-sm:grid-flow-col max-sm:justify-between">
            <span className="text-end text-muted max-sm:text-start">
              <span className="num">{caseHeader.code}</span>
              <span className="block text-sm">{caseHeader.worker.name}</span>
            </span>
            {action}
          </div>
        </div>
        <div className="mt-3 flex flex-wrap gap-2">
          {signals.slice(0, shown).map(({ id, code, severity }) => (
            <SignalTag key={id} severity={severity} label={labels.of('concern_type', code)} />
          ))}
          {signals.length > shown ? <Tag>{t('moreSignals', { count: signals.length - shown })}</Tag> : null}
          <Tag>{labels.of('case_kind', caseHeader.kind)}</Tag>
          <Tag kind={isClosed(caseHeader.status) ? 'done' : 'plain'}>
            {labels.of('case_status', caseHeader.status)}
          </Tag>
          {caseHeader.secrecy === 'open' ? null : (
            <Tag kind="sealed">{t(caseHeader.secrecy === 'sealed' ? 'sealed' : 'restricted')}</Tag>
          )}
        </div>
      </Card>
      {part === 'guardianship' ? null : (
        <MissingNotices caseHeader={caseHeader} href={fileHref(caseHeader, 'guardianship')} />
      )}
      <GlassNotices openings={caseHeader.openings} />
      {caseHeader.hasLegalHold ? <LegalHoldNotice href={fileHref(caseHeader, 'rights')} /> : null}
      <Tabs
        label={t('parts')}
        tabs={tabs.map(({ part: one, isCurrent }) => ({
          href: fileHref(caseHeader, one),
          label: t(`part.${one}`),
          isCurrent,
        }))}
      />
      {isClosed(caseHeader.status) && tabs.some(({ isCurrent }) => isCurrent) ? (
        <ClosedNotice caseHeader={caseHeader} href={fileHref(caseHeader, 'closing')} />
      ) : null}
      {children}
    </>
  )
}

/** The way to the place where one writes. */
export const AddNoteLink = () => {
  const t = useTranslations('cases')
  return (
    <LinkButton href="#write" size="small">
      {t('addNote')}
    </LinkButton>
  )
}
