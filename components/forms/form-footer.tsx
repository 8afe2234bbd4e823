import type { ReactNode } from 'react'
import type { ButtonKind } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import { SaveState } from './save-state'
import { SubmitButton } from './submit-button'

/** The end of a form: the button, other ways out beside it, and where the text is. */
export const FormFooter = ({
  kind,
  children,
  beside,
  isSticky = false,
}: {
  kind?: ButtonKind
  children: ReactNode
  beside?: ReactNode
  /** Always in sight, above the bar of a phone: for a long form of which little has to be filled in. */
  isSticky?: boolean
}) => (
  <div
    className={classNames(
      'flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-hair',
      isSticky ? 'sticky bottom-14 z-5 bg-paper py-2.5 lg:bottom-0' : 'pt-4',
    )}
  >
    <SubmitButton {...(kind ? { kind } : {})}>{children}</SubmitButton>
    {beside}
    <SaveState />
  </div>
)
