// Times chrono-node: argv[2] is the task as JSON, the answer goes to stdout as JSON.
const fs = require("fs");
const chrono = require("chrono-node");
const task = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
const reference = new Date(task.reference);
const one = (text) => chrono.zh.hans.parse(text, reference).length > 0;
const median = (runs) => runs.sort((a, b) => a - b)[Math.floor(runs.length / 2)];
const timed = (text) => {
  const began = process.cpuUsage();
  for (let k = 0; k < 20; k++) one(text);
  const used = process.cpuUsage(began);
  return (used.user + used.system) / 20e6;
};
const seconds = [];
let found = 0;
for (const text of task.expressions) {
  found += one(text);
  seconds.push(median(Array.from({ length: task.repeat }, () => timed(text))));
}
const notice = median(Array.from({ length: task.repeat }, () => timed(task.notice)));
console.log(JSON.stringify({ expressions: seconds, found, notice }));
