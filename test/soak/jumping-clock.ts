// Loaded before the program: at each SIGUSR2 its clock jumps, hours ahead or a little back, as that of a machine does whose
// time is put right.

const SECOND = 1000
const HOUR = 60 * 60 * SECOND
const JUMPS = [5 * HOUR, -20 * SECOND, 3 * HOUR, -20 * SECOND, 9 * HOUR]

const trueTime = Date.now.bind(Date)
let jumps = 0
let offset = 0
Date.now = () => trueTime() + offset
process.on('SIGUSR2', () => {
  offset += JUMPS[jumps++ % JUMPS.length] ?? 0
})
