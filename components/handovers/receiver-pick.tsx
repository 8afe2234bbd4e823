'use client'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { ReceiverSelect } from './receiver-select'

type Select = Parameters<typeof ReceiverSelect>[0]

/** A colleague, and the press that says so: choosing with the arrow keys must not ask everyone on the way. */
export const ReceiverPick = ({
  onPick,
  press,
  pressLabel,
  ...select
}: Omit<Select, 'value' | 'onChange'> & {
  onPick: (staffId: string) => void
  press: string
  /** What the button is called where several of them stand below each other. */
  pressLabel?: string
}) => {
  const [staffId, setStaffId] = useState('')
  return (
    <div className="flex flex-wrap items-center gap-2">
      <ReceiverSelect {...select} value={staffId} onChange={setStaffId} />
      {staffId === '' ? null : (
        <Button
          size="small"
          onClick={() => {
            onPick(staffId)
            setStaffId('')
          }}
          {...(pressLabel === undefined ? {} : { 'aria-label': pressLabel })}
        >
          {press}
        </Button>
      )}
    </div>
  )
}
