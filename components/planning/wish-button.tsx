'use client'
import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/forms/action-button'
import { setWish } from '@/lib/planning/plan.actions'

/** Whether a person is to be seen at the next visit. A week has a hundred of these: each travels as what it is about and no more. */
export const WishButton = ({
  code,
  isWished,
  ...of
}: {
  caseId: string
  personId: string
  code: string
  isWished: boolean
}) => {
  const t = useTranslations('planning.wish')
  return (
    <ActionButton
      action={setWish}
      input={{ ...of, wanted: !isWished }}
      confirmation={t(isWished ? 'isWithdrawn' : 'isSet')}
      undo={{ ...of, wanted: isWished }}
    >
      {t(isWished ? 'withdraw' : 'set')}
      <span className="sr-only"> {code}</span>
    </ActionButton>
  )
}
