'use client'
import { useTranslations } from 'next-intl'
import { Select } from '@/components/forms/choices'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { TextField } from '@/components/forms/text-field'
import { FormFold } from '@/components/ui/form-fold'
import { Folds } from '@/components/ui/section'
import { saveReport, storeRun } from '@/lib/reporting/report.actions'

type Team = { readonly id: string; readonly name: string }

/** Keeps the question under a name, for oneself or for others: they count anew. */
const SaveReportForm = ({
  question,
  name,
  teams,
}: {
  question: string
  name: string
  teams: readonly Team[]
}) => {
  const t = useTranslations('reporting.save')
  return (
    <Form
      key={question}
      schema={() => import('@/lib/reporting/report.schema').then((room) => room.reportSchema)}
      defaultValues={{ name, question, shared: 'own' }}
      action={saveReport}
    >
      <TextField name="name" label={t('name')} hint={t('nameHint')} width="name" maxLength={60} />
      <Select
        name="shared"
        label={t('shared')}
        hint={t('sharedHint')}
        options={[
          { value: 'own', label: t('own') },
          ...teams.map(({ id, name: team }) => ({ value: id, label: team })),
          { value: 'organisation', label: t('organisation') },
        ]}
      />
      <FormFooter>{t('save')}</FormFooter>
    </Form>
  )
}

/** Keeps the numbers as they are now. */
const StoreRunForm = ({ question, name }: { question: string; name: string }) => {
  const t = useTranslations('reporting.save')
  return (
    <Form
      key={question}
      schema={() => import('@/lib/reporting/report.schema').then((room) => room.runSchema)}
      defaultValues={{ name, question }}
      action={storeRun}
      onSaved={({ runId }, goOn) => goOn(`/reports/runs/${runId}`)}
    >
      <TextField name="name" label={t('name')} width="name" maxLength={60} />
      <FormFooter>{t('store')}</FormFooter>
    </Form>
  )
}

/** The two ways to keep a report: what it asks, and what it says. */
export const SaveFolds = (given: { question: string; name: string; teams: readonly Team[] }) => {
  const t = useTranslations('reporting.save')
  return (
    <Folds>
      <FormFold label={t('open')} of={given.name}>
        {() => <SaveReportForm {...given} />}
      </FormFold>
      <FormFold label={t('openRun')} of={given.name}>
        {() => <StoreRunForm {...given} />}
      </FormFold>
    </Folds>
  )
}
