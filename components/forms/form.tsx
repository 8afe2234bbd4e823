'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import {
  type DefaultValues,
  type FieldValues,
  FormProvider,
  type UseFormReturn,
  useForm,
} from 'react-hook-form'
import { showToast, type Toast } from '@/components/ui/toast'
import { useIsLive } from '@/components/ui/use-is-live'
import { useLater } from '@/components/ui/use-later'
import type { OutboxAction } from '@/lib/drafts/outbox-action.rules'
import { useDraft } from '@/lib/drafts/use-draft'
import type { ShowValue } from './conflict-view'
import { ErrorSummary } from './error-summary'
import { flatErrors } from './flat-errors'
import { FormStateProvider } from './form-context'
import { QueuedNotice } from './queued-notice'
import type { FormAction } from './reply'
import { type BringSchema, resolveWith } from './resolver'
import { Troubles } from './troubles'
import { useSend } from './use-send'
import { versionOf } from './version-of'

/**
 * The form of the application. The schema is the one the action has; its messages are codes with words in messages/*\/errors.json.
 * It is brought right after the page, because no one needs it to read or to type (docs/adr/0033).
 *
 *     <Form
 *       schema={() => import('@/lib/cases/file.schema').then((room) => room.noteSchema)}
 *       defaultValues={{ caseId, text: '' }}
 *       action={writeNote}
 *       draftKey={`note:${code}`}
 *       outboxAction="writeNote"
 *     >
 *       <TextArea name="text" label={t('text')} hint={t('textHint')} />
 *       <FormFooter>{t('save')}</FormFooter>
 *     </Form>
 *
 * Checked on submit only. `children` may be a function of the react-hook-form object, for fields that depend on others.
 * `draftKey` keeps what is typed on the device and on the server, encrypted; never give one to a form with a password. A form as it began
 * leaves no draft, nor do the fields of `lookUp` alone, which are typed to look for someone, nor what `toTyped` leaves out. With `outboxAction`, the action's name, what finds no network is sent later by itself. For a form that edits
 * something, put `version` into `defaultValues` and the schema; a conflict shows both texts (`showValue` turns codes of
 * the room into words there). `opensAtOnce` is for what password managers fill. After a save the page is read again, or `onSaved` says
 * what follows, given what leads to another page or reads this one anew; FormAnew begins anew. Every save is said at the lower edge of
 * the page (components/ui/toast): `confirmation` gives it better words, and a way back where there is one; null for what says more in its place.
 */
export const Form = <T extends FieldValues, V>({
  schema,
  defaultValues,
  action,
  onSaved = (_value, goOn) => goOn(),
  confirmation,
  draftKey = null,
  lookUp,
  toTyped,
  outboxAction = null,
  showValue = plainValue,
  patience,
  opensAtOnce = false,
  children,
}: {
  schema: BringSchema<T>
  defaultValues: DefaultValues<T>
  action: FormAction<V>
  onSaved?: (value: V, goOn: (href?: string) => void) => void | Promise<void>
  confirmation?: ((value: V) => Toast) | null
  draftKey?: string | null
  lookUp?: readonly string[]
  toTyped?: (values: T) => T
  outboxAction?: OutboxAction | null
  showValue?: ShowValue
  patience?: number
  opensAtOnce?: boolean
  children: ReactNode | ((form: UseFormReturn<T>) => ReactNode)
}) => {
  const router = useRouter()
  const t = useTranslations('forms.toast')
  const goOn = (href?: string): void => {
    if (href !== undefined) router.push(href)
    router.refresh()
  }
  const form = useForm<T, unknown, T>({
    // What is sent is what stands in the fields; the handler parses it again with the same schema.
    resolver: resolveWith(schema),
    defaultValues,
    mode: 'onSubmit',
    reValidateMode: 'onSubmit',
    shouldFocusError: false,
  })
  const isLive = useIsLive()
  const offer = useLater(() => import('./draft-offer'), draftKey !== null)
  const id = useId()
  const element = useRef<HTMLFormElement>(null)
  const labels = useRef(new Map<string, string>())
  const requestId = useRef('')
  const [attempt, setAttempt] = useState(0)
  const bring = useRef(schema)
  useEffect(() => {
    requestId.current ||= crypto.randomUUID()
    // While there is a network: anyone who saves on the way home has the check with them.
    void bring.current().catch(() => undefined)
  }, [])
  const draft = useDraft(draftKey, form, requestId, lookUp, toTyped)
  const { send, refuse, saving, savedAt, trouble, dismiss, queued, change, hurry } = useSend({
    form,
    action,
    outboxAction,
    draft,
    requestId,
    onSaved: (value) => {
      if (confirmation !== null) showToast(confirmation?.(value) ?? { words: t('saved') })
      return onSaved(value, goOn)
    },
    patience,
  })
  // When the page comes anew with another version, what no one has touched follows it. What was typed stays, and meets the
  // other version when it is saved.
  const { isDirty } = form.formState
  const version = versionOf(defaultValues)
  const followed = useRef(version)
  useEffect(() => {
    if (followed.current === version) return
    followed.current = version
    if (!isDirty) form.reset(defaultValues)
  }, [version, isDirty, form, defaultValues])

  const { problem } = draft
  useEffect(() => {
    // Taken up again after the server had refused it: what it had against it is said as if it had just answered.
    if (problem !== null && refuse(problem) === 'fields') setAttempt((count) => count + 1)
  }, [problem, refuse])

  const hasText = draft.found !== null || problem !== null
  useEffect(() => {
    // What waits for a decision is not hidden in a fold, nor in one around it.
    let fold = hasText ? element.current?.closest('details') : null
    while (fold) {
      fold.open = true
      fold = fold.parentElement?.closest('details')
    }
  }, [hasText])

  const submit = form.handleSubmit(
    async (values) => {
      if ((await send(values)) === 'fields') setAttempt((count) => count + 1)
    },
    () => setAttempt((count) => count + 1),
  )
  const again = (): void => void submit()
  const asNew = (): void => {
    requestId.current = crypto.randomUUID()
    again()
  }
  const resolved = (values: Readonly<Record<string, unknown>>): void => {
    form.reset({ ...form.getValues(), ...values }, { keepDefaultValues: true })
    again()
  }

  return (
    <FormProvider {...form}>
      <FormStateProvider value={{ id, saving, savedAt, draft: draft.state, labels: labels.current }}>
        {/* Sent by anything but these scripts, nothing of it may stand in an address. */}
        <form
          autoComplete="off"
          ref={element}
          method="post"
          noValidate
          className="grid gap-5"
          onSubmit={(event) => void submit(event)}
        >
          <ErrorSummary errors={flatErrors(form.formState.errors)} attempt={attempt} />
          <Troubles
            trouble={trouble}
            mine={form.getValues}
            canConflict={version !== null}
            showValue={showValue}
            ways={{ again, asNew, resolved, dismiss }}
          />
          {queued === null ? (
            offer && <offer.DraftOffer draft={draft} />
          ) : (
            <QueuedNotice hurry={hurry} change={change} />
          )}
          {/* What waits in the outbox is not changed behind its back: "Change" takes it out again. Nor is anything typed
              before the scripts of the page can take it; where a form opens at once, it is sent no earlier. */}
          <fieldset disabled={queued !== null || !(isLive || opensAtOnce)} className="contents">
            {typeof children === 'function' ? children(form) : children}
          </fieldset>
        </form>
      </FormStateProvider>
    </FormProvider>
  )
}

const plainValue: ShowValue = (_name, value) => {
  if (Array.isArray(value)) return value.map(String).join(', ')
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '–'
}
