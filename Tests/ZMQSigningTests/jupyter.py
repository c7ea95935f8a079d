"""Messages signed as a Jupyter kernel signs them: key, header, parent header, metadata, content, hex digest."""

import hashlib
import hmac
import json
import random
import sys

dice = random.Random(1)
answers = []
for index in range(int(sys.argv[1])):
    key = "".join(dice.choice("0123456789abcdef-é") for _ in range(dice.choice([1, 36, 64, 65, 200])))
    frames = [
        json.dumps({"msg_id": str(index), "msg_type": "execute_request", "username": "ada", "version": "5.3"}),
        json.dumps({}),
        json.dumps({"note": "ü" * dice.randrange(3)}),
        json.dumps({"code": "print(%d)" % index, "silent": False, "text": "x" * dice.randrange(300)}),
    ]
    digest = hmac.new(key.encode(), digestmod=hashlib.sha256)
    for frame in frames:
        digest.update(frame.encode())
    answers.append({"key": key, "frames": frames, "signature": digest.hexdigest()})
json.dump(answers, sys.stdout)
