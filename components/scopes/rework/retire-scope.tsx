import { ReworkDialog, type ReworkProps } from './rework-dialog'

/** A scope goes from every grant, then from the API. */
export function RetireScope({ scopes: _, ...props }: ReworkProps) {
  return (
    <ReworkDialog
      {...props}
      title={`Retire ${props.scope.value}`}
      lead="It is taken out of every grant that lists it, then out of the API. Nothing comes in its place."
      read={() => []}
    />
  )
}
