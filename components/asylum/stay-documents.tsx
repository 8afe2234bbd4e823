import type { ReactNode } from 'react'
import { useClockLabels } from '@/components/deadlines/clock-labels'
import { RowTools } from '@/components/registers/row-tools'
import { Fold } from '@/components/ui/fold'
import { LinkList } from '@/components/ui/link-list'
import { PhoneFold } from '@/components/ui/phone-fold'
import { Tag } from '@/components/ui/tag'
import type { DocumentShown } from '@/lib/asylum/document.view'
import { documentState } from '@/lib/asylum/stay.rules'
import type { Day } from '@/lib/shared/dates'
import { useAsylumLabels } from './asylum-labels'
import { DocumentForm } from './document-form'
import { EmptyRegister } from './empty-register'
import { Register } from './register-card'

/** The documents of stay, the latest first, each with how long it is valid and the clocks it moved. */
export const StayDocuments = ({
  caseId,
  documents,
  href,
  deadlinesHref,
  canEdit,
  today,
  help,
}: {
  caseId: string
  documents: readonly DocumentShown[]
  href: string
  deadlinesHref: string
  canEdit: boolean
  today: Day
  help: ReactNode
}) => {
  const { t } = useAsylumLabels()
  const empty = (
    <>
      {help}
      <DocumentForm caseId={caseId} document={null} doneHref={href} today={today} />
    </>
  )
  if (documents.length === 0)
    return canEdit ? (
      <EmptyRegister title={t('documents')} label={t('documentNew')}>
        {empty}
      </EmptyRegister>
    ) : null
  return (
    <Register title={t('documents')}>
      <PhoneFold
        label={t('showEntries', { count: documents.length })}
        isOpen={documents.some(({ document }) => documentState(document, today) === 'expired')}
      >
        <ul>
          {documents.map((shown) => (
            <Line key={shown.document.id} {...{ shown, href, deadlinesHref, canEdit, today }} />
          ))}
        </ul>
      </PhoneFold>
      {canEdit ? (
        <Fold key={documents.length} label={t('documentNew')}>
          {empty}
        </Fold>
      ) : null}
    </Register>
  )
}

const Line = ({
  shown,
  href,
  deadlinesHref,
  canEdit,
  today,
}: {
  shown: DocumentShown
  href: string
  deadlinesHref: string
  canEdit: boolean
  today: Day
}) => {
  const { t, date } = useAsylumLabels()
  const clocks = useClockLabels()
  const { document } = shown
  const { kind, issuedOn, expiresOn, isRenewal, requestedOn, by, createdAt } = document
  const facts = [
    isRenewal ? t('documentRenewed') : null,
    issuedOn === null ? null : t('issuedOn', { on: date(issuedOn) }),
    expiresOn === null ? null : t('expiresOn', { on: date(expiresOn) }),
    requestedOn === null ? null : t('requestedOn', { on: date(requestedOn) }),
  ].filter((fact) => fact !== null)
  return (
    <li className="tooled-row border-b border-hair py-2">
      <p className="flex flex-wrap items-baseline gap-x-2.5">
        <strong>{t(`document.${kind}`)}</strong>
        {documentState(document, today) === 'expired' ? <Tag kind="late">{t('expired')}</Tag> : null}
      </p>
      {facts.length === 0 ? null : <p>{facts.join(' · ')}</p>}
      <LinkList links={clocks(shown, deadlinesHref)} />
      <RowTools of={t(`document.${kind}`)}>
        <p className="py-1.5 text-sm text-muted">{t('by', { name: by, at: date(createdAt) })}</p>
        {canEdit ? (
          <Fold key={document.version} label={t('change')} of={t(`document.${kind}`)}>
            <DocumentForm caseId={document.caseId} document={document} doneHref={href} today={today} />
          </Fold>
        ) : null}
      </RowTools>
    </li>
  )
}
