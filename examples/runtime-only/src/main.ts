import { rollDice } from './rollDice.ts'

console.log(await rollDice())
