'use client'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useEffect, useId, useRef } from 'react'
import { FormProvider, useForm } from 'react-hook-form'
import { ChipGroup } from '@/components/forms/choices'
import { DraftOffer } from '@/components/forms/draft-offer'
import { FormStateProvider } from '@/components/forms/form-context'
import { toOptions } from '@/components/forms/options'
import { SaveState } from '@/components/forms/save-state'
import { TextArea } from '@/components/forms/text-field'
import { Button } from '@/components/ui/button'
import { useDraft } from '@/lib/drafts/use-draft'
import { DUE_IN, type DueIn, LONGEST_TEXT } from '@/lib/reviews/review.rules'
import type { Decided } from './use-review'

export type Writing = 'act' | 'ask' | 'fine'
type Fields = { text: string; as: 'task' | 'step'; dueIn: DueIn }

type Props = {
  readonly writing: Writing
  readonly reviewId: string
  readonly caseId: string
  readonly worker: string
  readonly onSaid: (said: Pick<Decided, 'decision'> & Partial<Decided>) => void
  readonly onLeave: () => void
}

/**
 * What is to be done, or asked, or why nothing is to be done although a critical signal has no answer: one line, Enter, and on. The text lies on the device until the server has answered, under
 * the id it is sent with: a lost answer, a reload or a second press make neither two of it nor none.
 */
export const Writer = ({ writing, reviewId, caseId, worker, onSaid, onLeave }: Props) => {
  const t = useTranslations('reviews')
  const id = useId()
  const form = useForm<Fields>({ defaultValues: { text: '', as: 'task', dueIn: '7' } })
  const requestId = useRef('')
  const labels = useRef(new Map<string, string>())
  const draft = useDraft(`review:${reviewId}:${caseId}:${writing}`, form, requestId)
  useEffect(() => {
    requestId.current ||= crypto.randomUUID()
    form.setFocus('text')
  }, [form])

  const send = form.handleSubmit(
    ({ text, as, dueIn }) => {
      if (text.trim() === '') return form.setError('text', { message: 'required' })
      if (text.trim().length > LONGEST_TEXT) return form.setError('text', { message: 'tooLong' })
      // Not waited for: the text stays in memory too, until the answer has come.
      void draft.flush()
      onSaid({
        decision: writing === 'act' ? as : writing,
        text: text.trim(),
        dueIn: writing === 'act' ? dueIn : 'none',
        draft: { requestId: requestId.current, clear: draft.clear },
      })
    },
    () => undefined,
  )
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onLeave()
    const isText = event.target instanceof HTMLTextAreaElement
    // While a character is being composed (Arabic, Tigrinya keyboards) Enter chooses it.
    if (event.key !== 'Enter' || event.shiftKey || !isText || event.nativeEvent.isComposing) return
    event.preventDefault()
    void send()
  }
  return (
    <FormProvider {...form}>
      <FormStateProvider
        value={{ id, saving: 'idle', savedAt: null, draft: draft.state, labels: labels.current }}
      >
        <form
          autoComplete="off"
          noValidate
          onSubmit={(event) => void send(event)}
          onKeyDown={press}
          className="grid max-h-[60dvh] gap-3 overflow-y-auto rounded border border-accent-edge bg-surface px-4 py-3"
        >
          <DraftOffer draft={draft} />
          <TextArea name="text" rows={2} label={t(`write.${writing}`, { worker })} hint={t('write.hint')} />
          {writing !== 'act' ? null : (
            <div className="flex flex-wrap gap-x-6 gap-y-2">
              <ChipGroup
                name="as"
                label={t('write.as')}
                options={[
                  { value: 'task', label: t('write.task', { worker }) },
                  { value: 'step', label: t('write.step') },
                ]}
              />
              <ChipGroup
                name="dueIn"
                label={t('write.due')}
                options={toOptions(DUE_IN.codes, (one) => t(`dueIn.${one}`))}
              />
            </div>
          )}
          <div className="flex flex-wrap items-center gap-3">
            <Button type="submit">{t('write.save')}</Button>
            <Button kind="plain" onClick={onLeave}>
              {t('write.leave')}
            </Button>
            <SaveState />
          </div>
        </form>
      </FormStateProvider>
    </FormProvider>
  )
}
