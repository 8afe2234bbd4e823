'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Select } from '@/components/forms/choices'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { toOptions } from '@/components/forms/options'
import { TextArea } from '@/components/forms/text-field'
import type { Option } from '@/lib/cases/word.view'
import { closeFile } from '@/lib/closings/closing.actions'
import { LEFT_REASONS, type LeftReason } from '@/lib/closings/closing.rules'

const noAnswer: LeftReason | '' = ''

type Props = {
  readonly caseId: string
  readonly code: string
  readonly version: number
  readonly things: readonly {
    readonly key: string
    readonly about: string
    readonly facts: ReactNode
    readonly answer: ReactNode
  }[]
  readonly reasons: readonly Option[]
}

/** What is still open, each with why it stays so, then why the file is closed. */
export const CloseForm = ({ caseId, code, version, things, reasons }: Props) => {
  const t = useTranslations('closings')
  return (
    <Form
      schema={() =>
        import('@/lib/closings/closing.schema').then((room) =>
          room.closeFormSchema(things.map(({ key }) => key)),
        )
      }
      defaultValues={{
        caseId,
        version,
        reason: '',
        left: Object.fromEntries(things.map(({ key }) => [key, noAnswer])),
        words: '',
      }}
      action={closeFile}
      draftKey={`closing:${caseId}`}
      onSaved={(_value, goOn) => goOn(`/cases/${code}?file=${caseId}`)}
    >
      <section aria-labelledby="open" className="grid gap-3">
        <div className="border-b border-edge pb-1">
          <h3 id="open">{t('open')}</h3>
          <p className="text-sm text-muted">{t(things.length === 0 ? 'nothing' : 'openWhat')}</p>
        </div>
        <ul className="-mt-3">
          {things.map(({ key, about, facts, answer }) => (
            <li
              key={key}
              className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-2 gap-y-1 border-b border-hair py-2 max-sm:gap-y-0.5 max-sm:py-0.5 sm:grid-cols-[minmax(0,1fr)_auto_16rem] sm:gap-x-5"
            >
              <div className="min-w-0">
                <p dir="auto" className="font-semibold wrap-anywhere max-sm:text-dense">
                  {about}
                </p>
                {facts}
              </div>
              {answer}
              {/* What it is about stands beside it. */}
              <div className="max-sm:col-span-2 [&_label]:sr-only">
                <Select
                  name={`left.${key}`}
                  label={t('why', { what: about })}
                  empty={t('chooseWhy')}
                  options={toOptions(LEFT_REASONS.codes, (one) => t(`leftReason.${one}`))}
                />
              </div>
            </li>
          ))}
        </ul>
      </section>
      <Select name="reason" label={t('reason')} empty={t('choose')} options={reasons} />
      <TextArea name="words" label={t('words')} hint={t('wordsHint')} rows={4} />
      <FormFooter>{t('save')}</FormFooter>
    </Form>
  )
}
