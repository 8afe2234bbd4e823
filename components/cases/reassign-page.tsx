import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import type { CaseHeader } from '@/lib/cases/case-header.data'
import { ReassignForm } from './reassign-form'

/** Handing a file to another worker of the team, with the reason. */
export const ReassignPage = ({
  caseHeader,
  colleagues,
}: {
  caseHeader: CaseHeader
  colleagues: readonly { readonly id: string; readonly name: string }[]
}) => {
  const t = useTranslations('cases')
  return (
    <Card as="section" className="max-w-2xl">
      <h2>{t('reassign.title')}</h2>
      <p className="mt-1 mb-4 text-muted">{t('reassign.what', { name: caseHeader.worker.name })}</p>
      <ReassignForm
        caseId={caseHeader.id}
        code={caseHeader.code}
        version={caseHeader.version}
        worker={caseHeader.worker}
        colleagues={colleagues}
      />
    </Card>
  )
}
