import { Card } from '@/components/ui/card'
import { Tag } from '@/components/ui/tag'
import type { StayDocument } from '@/lib/asylum/document.data'
import { documentState } from '@/lib/asylum/stay.rules'
import type { Day } from '@/lib/shared/dates'
import { useAsylumWords } from './asylum-words'
import { DocumentForm } from './document-form'
import { Fold } from './fold'

/** The documents of stay, the latest first, each with how long it is valid. */
export const StayDocuments = ({
  caseId,
  documents,
  canEdit,
  today,
}: {
  caseId: string
  documents: readonly StayDocument[]
  canEdit: boolean
  today: Day
}) => {
  const { t } = useAsylumWords()
  if (documents.length === 0 && !canEdit) return null
  return (
    <Card as="section" label={t('documents')}>
      <h3>{t('documents')}</h3>
      {documents.length === 0 ? <p className="text-muted">{t('documentsNone')}</p> : null}
      <ul className="grid gap-3">
        {documents.map((document) => (
          <Line key={document.id} document={document} canEdit={canEdit} today={today} />
        ))}
      </ul>
      {canEdit ? (
        <Fold label={t('documentNew')}>
          <DocumentForm caseId={caseId} document={null} today={today} />
        </Fold>
      ) : null}
    </Card>
  )
}

const Line = ({ document, canEdit, today }: { document: StayDocument; canEdit: boolean; today: Day }) => {
  const { t, date } = useAsylumWords()
  const { kind, issuedOn, expiresOn, isRenewal, requestedOn, by, createdAt } = document
  const facts = [
    isRenewal ? t('documentRenewed') : null,
    issuedOn === null ? null : t('issuedOn', { on: date(issuedOn) }),
    expiresOn === null ? null : t('expiresOn', { on: date(expiresOn) }),
    requestedOn === null ? null : t('requestedOn', { on: date(requestedOn) }),
  ].filter((fact) => fact !== null)
  return (
    <li className="border-s-2 border-hair ps-3">
      <p className="flex flex-wrap items-baseline gap-x-2.5">
        <strong>{t(`document.${kind}`)}</strong>
        {documentState(document, today) === 'expired' ? <Tag kind="late">{t('expired')}</Tag> : null}
      </p>
      {facts.length === 0 ? null : <p>{facts.join(' · ')}</p>}
      <p className="text-sm text-muted">{t('by', { name: by, at: date(createdAt) })}</p>
      {canEdit ? (
        <Fold
          label={
            <>
              {t('change')}
              <span className="sr-only">: {t(`document.${kind}`)}</span>
            </>
          }
        >
          <DocumentForm key={document.version} caseId={document.caseId} document={document} today={today} />
        </Fold>
      ) : null}
    </li>
  )
}
