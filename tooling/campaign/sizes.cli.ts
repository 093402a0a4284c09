// node tooling/campaign/sizes.cli.ts    what an application downloads, beside its budget; fails where one is passed
import { describeLimit, isHeld } from './figure.ts'
import { sizes } from './parts/sizes.ts'

for (const figure of await sizes.measure()) {
  console.log(
    `${isHeld(figure) ? ' ' : '✗'} ${figure.name}: ${figure.value.toFixed(1)} ${figure.unit}  ${describeLimit(figure)}`,
  )
  if (!isHeld(figure)) process.exitCode = 1
}
