'use client'
import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/forms/action-button'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { TextArea } from '@/components/forms/text-field'
import { Fold } from '@/components/ui/fold'
import { answerFigure } from '@/lib/countries/newer.actions'

/** The word of an admin about a figure: agreed by a second one, refused or withdrawn with a reason. */
export const AnswerFigure = ({
  figureId,
  mayAgree,
  mayRefuse,
}: {
  figureId: string
  mayAgree: boolean
  /** Otherwise it can be withdrawn. */
  mayRefuse: boolean
}) => {
  const t = useTranslations('keeping')
  const said = mayRefuse ? 'refused' : 'withdrawn'
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
      {mayAgree ? (
        <ActionButton action={answerFigure} input={{ figureId, said: 'agreed', reason: '' }}>
          {t('agree')}
        </ActionButton>
      ) : null}
      <Fold label={t(said)}>
        <Form
          schema={() => import('@/lib/countries/newer.schema').then((room) => room.newerAnswerSchema)}
          defaultValues={{ figureId, said, reason: '' }}
          action={answerFigure}
          draftKey={`figure:${figureId}`}
        >
          <TextArea name="reason" label={t('reason')} hint={t('reasonHint')} rows={2} />
          <FormFooter>{t(said)}</FormFooter>
        </Form>
      </Fold>
    </div>
  )
}
