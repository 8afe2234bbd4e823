import type { ReactNode } from 'react'
import type { ButtonKind } from '@/components/ui/button'
import { SaveState } from './save-state'
import { SubmitButton } from './submit-button'

/** The end of a form: the button, other ways out beside it, and where the text is. */
export const FormFooter = ({
  kind,
  children,
  beside,
}: {
  kind?: ButtonKind
  children: ReactNode
  beside?: ReactNode
}) => (
  <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-hair pt-4">
    <SubmitButton {...(kind ? { kind } : {})}>{children}</SubmitButton>
    {beside}
    <SaveState />
  </div>
)
