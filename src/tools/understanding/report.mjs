const share = (number) => (number === undefined ? '    –' : number.toFixed(3));
const columns = 'accuracy  macro-F1  frequent  calibration  to humans  ms each';

export function heading(text) {
  process.stdout.write(`\n${text}\n`);
}

export function line(name, { count, accuracy, macroF1, frequentF1, calibration, toHumans, ms }) {
  const figures = [accuracy, macroF1, frequentF1, calibration, toHumans, ms].map(share);
  process.stdout.write(
    `  ${name.padEnd(44)}${figures.join('     ')}${count === undefined ? '' : `   of ${String(count)}`}\n`,
  );
}

export function legend() {
  process.stdout.write(`${' '.repeat(44)}${columns}\n`);
  process.stdout.write(
    '  frequent: macro-F1 over labels with at least 6 test messages; calibration: expected error of what is said to be sure;\n' +
      '  to humans: the share that people must look at so that 95 % of the rest are right\n',
  );
}

export function note(text) {
  process.stdout.write(`  ${text}\n`);
}
