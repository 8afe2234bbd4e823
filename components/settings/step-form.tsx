'use client'
import { useTranslations } from 'next-intl'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { saveSetupStep } from '@/lib/configuration/configuration.actions'
import type { FormKey } from '@/lib/configuration/configuration.schema'
import type { SetupStep } from '@/lib/settings/setting.rules'
import { useFields } from './setting-form'
import { SkipStep } from './skip-step'

type Line = { readonly key: FormKey; readonly knew: string; readonly value: unknown }

/** Settings that are more than one field, and so have a name above them. */
const GROUPS: ReadonlySet<FormKey> = new Set(['work.unseen', 'work.review', 'signIn.idle'])

/** What one of the first steps sets: all of it is saved with the press that goes on. */
export const StepForm = ({
  step,
  lines,
  next,
}: {
  step: SetupStep
  lines: readonly Line[]
  next: string
}) => {
  const t = useTranslations('setup')
  return (
    <Form
      key={lines.map(({ knew }) => knew).join()}
      schema={() => import('@/lib/configuration/configuration.schema').then((room) => room.saveStepSchema)}
      defaultValues={{ step, settings: lines.map((line) => ({ ...line, reason: '' })) }}
      action={saveSetupStep}
      draftKey={`setup:${step}`}
      onSaved={(_value, goOn) => goOn(next)}
    >
      {lines.map(({ key }, index) => (
        <StepFields key={key} of={key} at={`settings.${index}.value`} />
      ))}
      <FormFooter beside={<SkipStep step={step} next={next} />}>{t('saveOn')}</FormFooter>
    </Form>
  )
}

const StepFields = ({ of, at }: { of: FormKey; at: string }) => {
  const t = useTranslations('settings')
  const fields = useFields(at)
  if (!GROUPS.has(of)) return fields[of]()
  return (
    <fieldset>
      <legend className="font-semibold">{t(`label.${of}`)}</legend>
      <p className="pb-3 text-sm text-muted">{t(`what.${of}`)}</p>
      {fields[of]()}
    </fieldset>
  )
}
