"""Fitted by `tests/bench/fit_relate.py`; written by that script, never by hand."""

BIAS = -2.27804
LINES = """\
fields_shared 2.5 1 8|shared_weight 0.376528 2 5|covered 0.200886 3 4|-0.07219|-0.004713|who 2.5 6 7|0.2473|-0.04707|cosine 0.100885 9 10|-0.03222|0.499
cosine 0.157727 1 8|columns 1.19063 2 5|b_cancel -3.68233 3 4|-0.07057|0.01287|cosine 0.100885 6 7|-0.03151|0.1685|who 2.5 9 12|shared_weight 0.3353 10 11|0.001365|0.3763|same_opener 0.5 13 14|0.02862|-0.05433
other_asks_the_same 0.5 1 8|unique 0.575974 2 5|cosine_lead 0.106397 3 4|-0.07263|-0.01626|office_known 0.5 6 7|0.1514|-0.04529|0.2943
other_asks_the_same 0.5 1 8|shared_weight 0.3353 2 5|b_cancel -3.68233 3 4|-0.07111|0.01731|own_office 0.5 6 7|0.1024|-0.05517|0.2376
other_asks_the_same 0.5 1 8|unique 0.575974 2 5|covered 0.155967 3 4|-0.06835|-0.0007522|subject_of_other 0.0589936 6 7|-0.04195|0.1173|0.2008
other_asks_the_same 0.5 1 8|cosine 0.106252 2 5|b_reminder -1.76979 3 4|-0.0723|0.01627|signed_apart 0.5 6 7|-0.03756|0.08927|0.1749
other_asks_the_same 0.5 1 8|cosine_lead 0.106397 2 5|b_none -1.73431 3 4|-0.07178|0.008783|office_known 0.5 6 7|0.07536|-0.0507|office_apart 0.5 9 10|0.04236|0.1626
other_asks_the_same 0.5 1 8|shared_weight 0.3353 2 5|concepts 0.633333 3 4|-0.07119|-0.02476|subject_of_other 0.0484946 6 7|-0.05244|0.07923|substance_shared 2.5 9 10|0.02373|0.1468
other_asks_the_same 0.5 1 8|cosine_lead 0.106397 2 5|v_own_subject 0.5 3 4|-0.07079|-0.01125|own_office 0.5 6 7|0.06352|-0.05574|substance_shared 2.5 9 10|0.02302|0.1346
cosine_lead 0.111046 1 8|cosine 0.102417 2 5|b_reminder -1.76979 3 4|-0.07031|0.01833|m_level 2.5 6 7|0.02719|-0.02825|concepts 0.55 9 12|columns 0.0370879 10 11|-0.04239|0.06174|v_next_of_series 0.5 13 14|0.1261|-0.02552
subject_of_other 0.0598135 1 6|fields_shared 3.5 2 5|m_length 3.5 3 4|-0.06864|-0.003471|0.03307|cosine 0.157727 7 10|fields_shared 2.5 8 9|-0.04131|0.08407|quiet_hours 100.167 11 12|0.1191|-0.02243
cosine 0.110533 1 6|b_reminder -1.76979 2 5|cosine_lead 0.102467 3 4|-0.06946|-0.003407|0.01873|own_office 0.5 7 10|unique 0.240173 8 9|0.02912|0.1115|subject 0.111958 11 12|0.008995|-0.05454
cosine_lead 0.111046 1 8|cosine 0.102417 2 5|b_update -1.75705 3 4|-0.06888|-0.00262|contain 0.0982108 6 7|-0.0303|0.03091|own_office 0.5 9 12|shared_weight 0.368839 10 11|0.004991|0.103|subject 0.111958 13 14|0.008866|-0.05347
cosine 0.110533 1 8|v_own_subject 0.5 2 5|cosine_lead 0.102467 3 4|-0.06844|-0.003067|columns 0.162981 6 7|-0.02348|0.02354|own_office 0.5 9 12|fields_shared 0.5 10 11|0.009624|0.09463|demand 4.5 13 14|-0.05226|0.004521
contain 0.0963567 1 4|b_none -1.73431 2 3|-0.06841|0.01889|concepts 0.633333 5 8|fields_special 0.5 6 7|-0.04074|0.07346|v_next_of_series 0.5 9 10|0.0911|-0.0238
cosine_lead 0.111046 1 8|contain 0.105559 2 5|b_duplicate -2.36406 3 4|-0.06773|-0.007138|covered 0.083475 6 7|-0.03172|0.03067|quiet_hours 100.167 9 12|same_opener 0.5 10 11|0.08334|-0.04027|columns 2.0125 13 14|-0.05484|0.01109
shared_weight 0.3353 1 8|columns 1.19063 2 5|b_reminder -1.76979 3 4|-0.06436|0.02015|n_sources 2.5 6 7|0.04988|-0.01654|quiet_hours 100.167 9 12|office_known 0.5 10 11|0.08793|-0.01968|other_asks_the_same 0.5 13 14|-0.05242|0.01951
shared_weight 0.3353 1 8|b_cancel -3.68233 2 5|other_asks_the_same 0.5 3 4|-0.0638|0.02984|who_tell -0.5 6 7|-0.01135|0.04831|who 2.5 9 12|quiet_hours 100.167 10 11|0.08117|-0.01752|concepts 0.633333 13 14|-0.04519|0.005742
other_asks_the_same 0.5 1 8|covered 0.113593 2 5|b_none -1.82479 3 4|-0.06533|0.01111|b_cancel -6.64729 6 7|-0.03965|0.05187|subject 0.0603414 9 10|0.01625|quiet_hours 51.8333 11 12|0.09103|0.02629
contain 0.0963567 1 4|b_reminder -1.76979 2 3|-0.06635|0.02356|concepts 0.633333 5 8|columns 0.134856 6 7|-0.04468|0.03513|quiet_hours 100.167 9 10|0.08123|-0.01847
cosine 0.102417 1 4|b_reminder -1.76979 2 3|-0.06564|0.0204|concepts 0.55 5 8|columns 0.134856 6 7|-0.04358|0.0359|opener_group 0.5 9 10|0.07126|-0.00974
cosine_lead 0.102467 1 6|who_act 0.5 2 5|b_none -1.82479 3 4|-0.06521|0.01926|0.005863|quiet_hours 100.167 7 10|same_opener 0.5 8 9|0.0623|-0.03854|e_duplicate 0.5 11 12|0.01463|-0.04987
unique 0.261941 1 6|fields 0.80625 2 5|concepts 0.633333 3 4|-0.0635|-0.009722|0.0511|same_opener 0.5 7 10|substance_shared 3.5 8 9|-0.01227|0.07474|-0.03971
shared_weight 0.3353 1 8|fields_shared 2.5 2 5|m_length 3.5 3 4|-0.06308|0.01118|covered 0.0876572 6 7|-0.017|0.04972|same_opener 0.5 9 12|cosine_lead 0.104364 10 11|-0.02055|0.05948|-0.04191
other_asks_the_same 0.5 1 8|unique 0.345332 2 5|concepts 0.633333 3 4|-0.06261|-0.009089|b_cancel -6.67034 6 7|-0.04455|0.04861|subject_of_other 0.0598135 9 10|0.007951|0.07294
shared_weight 0.3353 1 8|fields_shared 2.5 2 5|signed_known 0.5 3 4|-0.05908|0.01418|margin 0.0848472 6 7|-0.01596|0.04628|own_office 0.5 9 12|covered 0.11071 10 11|-0.02124|0.06014|b_duplicate -6.81935 13 14|0.001818|-0.04282
concepts 0.633333 1 8|cosine_lead 0.165648 2 5|shared_weight 0.3353 3 4|-0.06324|-0.02182|m_formal 2.5 6 7|-0.03304|0.04625|substance 0.0675045 9 12|when 0.5 10 11|-0.03285|0.03435|quiet_hours 100.167 13 14|0.06522|-0.01292
other_asks_the_same 0.5 1 8|covered 0.113593 2 5|b_cancel -3.68233 3 4|-0.06114|0.01562|unique 0.261941 6 7|-0.03148|0.03055|substance_shared 2.5 9 10|0.006853|subject 0.0603414 11 12|0.009536|0.06859
other_asks_the_same 0.5 1 8|covered 0.113593 2 5|b_cancel -3.68233 3 4|-0.06039|0.01538|quiet_hours 100.167 6 7|0.0244|-0.0522|subject_of_other 0.0598135 9 10|0.005748|quiet_hours 51.8333 11 12|0.07286|0.01143
cosine_lead 0.102467 1 6|b_reminder -1.76979 2 5|who_act 0.5 3 4|-0.06161|0.005194|0.02337|quiet_hours 100.167 7 10|concepts 0.55 8 9|-0.0002605|0.06055|columns 2.0125 11 12|-0.04923|0.006489
contain 0.0963567 1 4|b_reminder -1.76979 2 3|-0.0617|0.02555|who 2.5 5 8|who_lead -3.25 6 7|-0.01443|0.04978|subject 0.140974 9 10|0.006148|-0.04755
subject_of_other 0.0598135 1 6|concepts 0.633333 2 3|-0.06006|due_hours 189.0 4 5|0.01593|-0.03836|quiet_hours 100.167 7 10|columns 0.134856 8 9|-0.008125|0.05843|fields 0.591667 11 12|-0.0448|-0.002205
cosine 0.102417 1 6|b_update -1.75705 2 3|-0.05989|moment 0.5 4 5|-0.008521|0.0258|quiet_hours 100.167 7 10|columns 0.134856 8 9|-0.008722|0.05018|other_asks_the_same 0.5 11 12|-0.05072|0.01464
other_asks_the_same 0.5 1 8|covered 0.155967 2 5|m_fields 4.5 3 4|-0.0649|0.001188|subject 0.197673 6 7|0.05068|-0.03347|office_apart 0.5 9 10|-0.001341|0.06058
concepts 0.633333 1 8|unique 0.458532 2 5|shared_weight 0.482127 3 4|-0.06274|0.006138|columns 0.134856 6 7|-0.02445|0.05153|quiet_hours 100.167 9 12|b_cancel -6.82251 10 11|0.003321|0.06188|b_duplicate -5.3411 13 14|-0.03349|0.005693
covered 0.200886 1 6|columns 0.134856 2 3|-0.06302|b_cancel -6.83871 4 5|-0.04263|0.02529|who 3.5 7 10|m_length 1.5 8 9|-0.01062|0.05965|-0.02981
concepts 0.633333 1 8|unique 0.458532 2 5|shared_weight 0.482127 3 4|-0.06174|0.005752|fields 0.134856 6 7|-0.02323|0.0485|cosine 0.107464 9 12|named_day 0.5 10 11|-0.03797|0.03057|quiet_hours 100.167 13 14|0.05035|-0.01753
other_asks_the_same 0.5 1 8|substance_lead 0.106777 2 5|v_own_subject 0.5 3 4|-0.05091|0.0169|subject 0.197673 6 7|0.02856|-0.03308|office_apart 0.5 9 10|-0.003584|unique 0.140591 11 12|0.006989|0.0631
other_asks_the_same 0.5 1 8|b_cancel -6.67034 2 5|who_lead -5.5 3 4|0.004185|-0.05631|substance_lead 0.106777 6 7|-0.04321|0.0364|substance_shared 2.5 9 10|0.001342|stranger_named 0.5 11 12|0.003676|0.05532
subject_of_other 0.0598135 1 6|columns 3.26667 2 5|m_length 3.5 3 4|-0.06125|0.03007|0.024|covered 0.200886 7 10|columns 0.134856 8 9|-0.05188|0.01891|unique 0.140591 11 12|-0.02443|0.05845
shared_weight 0.241968 1 8|b_cancel -3.68233 2 5|columns 1.6 3 4|-0.05657|0.007103|contain 0.0225236 6 7|0.02651|-0.003175|who 2.5 9 12|unique 0.140591 10 11|-0.01045|0.03972|when_lead -3.5 13 14|0.006641|-0.03903
concepts 0.633333 1 8|fields_special 0.5 2 5|covered 0.274982 3 4|-0.05668|0.01606|signed_apart 0.5 6 7|-0.01452|0.04648|b_cancel -6.82251 9 12|b_new 6.06529 10 11|-0.0454|0.02479|quiet_hours 100.167 13 14|0.05577|-0.02429
concepts 0.633333 1 6|substance_shared 3.5 2 3|-0.0583|fields_special 0.5 4 5|-0.0207|0.04609|b_new 4.00782 7 10|m_formal 0.5 8 9|-0.006342|0.05666|other_asks_the_same 0.5 11 12|-0.02131|0.03651
subject_of_other 0.0598135 1 6|b_reminder -1.76979 2 5|columns 3.26667 3 4|-0.05398|0.02253|0.02641|quiet_hours 20.6667 7 10|fields 0.134856 8 9|-0.00184|0.05784|concepts 0.708333 11 12|-0.03203|0.0222
concepts 0.633333 1 8|fields_special 0.5 2 5|covered 0.274982 3 4|-0.05423|0.01716|substance 0.146409 6 7|-0.0143|0.0445|b_cancel -6.82251 9 12|b_reminder -6.88702 10 11|0.02262|-0.05407|due_hours 223.333 13 14|0.05522|-0.004267
unique 0.261941 1 6|fields 0.80625 2 5|cosine_lead 0.0 3 4|0.009768|-0.04308|0.03169|owner_named 0.5 7 10|covered 0.11071 8 9|-0.02061|0.04434|b_reminder -6.90328 11 12|0.002977|-0.03302
other_asks_the_same 0.5 1 8|b_cancel -6.67034 2 5|m_length 3.5 3 4|-0.05552|0.01806|subject_of_other 0.0598135 6 7|-0.03815|0.03022|subject 0.0603414 9 10|-0.002684|concepts 0.708333 11 12|0.004547|0.05343
contain 0.0963567 1 6|b_duplicate -2.36406 2 3|-0.05269|b_reminder -1.76979 4 5|-0.00753|0.0264|signed_apart 0.5 7 10|b_duplicate -4.92383 8 9|-0.04188|0.01365|fields_special 0.5 11 12|0.008841|0.04948
covered 0.0899445 1 8|b_cancel -3.68233 2 5|substance_lead 0.205722 3 4|-0.0528|-0.000949|substance_lead 0.0327897 6 7|0.02624|-0.004146|b_cancel -6.82034 9 12|other_asks_the_same 0.5 10 11|-0.0546|0.0224|quiet_hours 100.167 13 14|0.03846|-0.03558
contain 0.0963567 1 6|v_own_subject 0.5 2 3|-0.05157|b_reminder -1.8062 4 5|-0.005221|0.02679|quiet_hours 22.25 7 10|same_group 0.5 8 9|0.04351|-0.02104|b_new 2.62686 11 12|0.02939|-0.02085
concepts 0.633333 1 6|substance_shared 3.5 2 3|-0.05458|columns 0.134856 4 5|-0.02461|0.03291|b_reminder -6.47089 7 10|b_update -6.4592 8 9|0.03559|-0.01575|m_formal 0.5 11 12|-0.005706|0.05385
subject_of_other 0.0598135 1 6|columns 3.26667 2 5|b_new -0.601807 3 4|0.02053|-0.04937|0.02007|unique 0.140591 7 10|concepts 0.708333 8 9|-0.05197|0.01679|covered 0.19761 11 12|-0.002948|0.04886
other_asks_the_same 0.5 1 8|m_fields 4.5 2 5|covered 0.200886 3 4|-0.05543|0.01163|b_none -6.56271 6 7|-0.02301|0.04927|due_hours 199.667 9 12|unique 0.140591 10 11|0.0002769|0.04926|concepts 0.816667 13 14|-0.01723|0.01985
covered 0.0899445 1 4|b_reminder -1.76979 2 3|-0.04876|0.02379|signed_apart 0.5 5 8|mailbox_apart 0.5 6 7|-0.03204|0.0151|who_lead -3.25 9 10|-0.01479|0.03659
concepts 0.633333 1 6|substance_shared 3.5 2 3|-0.05268|fields 0.134856 4 5|-0.0236|0.03084|b_cancel -6.82251 7 10|columns 3.40278 8 9|-0.03531|0.02825|v_next_of_series 0.5 11 12|0.04416|-0.01592
covered 0.0899445 1 6|b_update -1.75705 2 3|-0.04721|who_lead 0.25 4 5|-0.004065|0.02574|other_asks_the_same 0.5 7 10|quiet_hours 18.5 8 9|0.02266|-0.02405|office_apart 0.5 11 12|-0.005808|0.04593
other_asks_the_same 0.5 1 8|m_fields 4.5 2 5|b_update -4.14207 3 4|-0.04644|0.01048|b_none -6.56271 6 7|-0.02223|0.04703|unique 0.140591 9 12|fields 0.80625 10 11|-0.02106|0.02368|office_apart 0.5 13 14|-0.0112|0.05057
subject_of_other 0.0598135 1 6|b_reminder -1.76979 2 5|demand 4.5 3 4|-0.04562|0.009822|0.02502|b_cancel -6.67034 7 10|b_update -6.41584 8 9|0.01927|-0.03734|who_lead -3.25 11 12|-0.02226|0.04249
columns 0.134856 1 6|covered 0.200886 2 3|-0.0548|substance_shared 3.5 4 5|-0.0212|0.0367|due_hours 223.667 7 10|quiet_hours 51.8333 8 9|0.03883|-0.0117|substance_lead 0.184368 11 12|-0.03491|0.003842
concepts 0.633333 1 8|shared_weight 0.482127 2 5|m_fields 4.5 3 4|-0.05443|-5.986e-05|who -0.5 6 7|0.02701|-0.01646|b_cancel -6.82251 9 12|b_duplicate -6.78002 10 11|0.01588|-0.04139|quiet_hours 100.167 13 14|0.04402|-0.02099
other_asks_the_same 0.5 1 8|m_fields 4.5 2 5|b_update -4.14207 3 4|-0.04465|0.009785|b_none -6.56271 6 7|-0.02197|0.04329|office_apart 0.5 9 10|-0.007269|due_hours 20.0 11 12|0.001471|0.04193
other_asks_the_same 0.5 1 8|m_fields 4.5 2 5|covered 0.200886 3 4|-0.05124|0.01137|columns 0.134856 6 7|-0.03091|0.03611|stranger_named 0.5 9 10|-0.005813|unique 0.328328 11 12|0.002418|0.04674
quiet_hours 53.0 1 8|fields 0.134856 2 5|substance 0.261297 3 4|-0.03195|0.02538|subject_of_other 0.0598135 6 7|-0.004355|0.03556|b_duplicate -5.3411 9 12|shared_weight 0.773493 10 11|-0.05448|0.005712|shared_weight 0.332146 13 14|-0.01666|0.02607
concepts 0.633333 1 8|shared_weight 0.482127 2 5|m_relay 0.5 3 4|-0.04266|0.007036|b_new 4.98901 6 7|0.03161|-0.0201|subject 0.192132 9 12|subject_of_other 0.115937 10 11|0.006682|0.04822|who_lead -0.75 13 14|0.0132|-0.03124
other_asks_the_same 0.5 1 8|b_cancel -6.67034 2 5|substance_lead 0.0891712 3 4|-0.009071|-0.054|unique 0.458532 6 7|-0.01624|0.03|office_apart 0.5 9 10|-0.007617|concepts 0.708333 11 12|-0.005975|0.04453
columns 0.134856 1 8|concepts 0.55 2 5|shared_weight 0.677161 3 4|-0.04572|0.005891|substance_shared 3.5 6 7|-0.01138|0.02815|b_cancel -6.82034 9 12|columns 3.61731 10 11|-0.03803|0.02436|due_hours 223.333 13 14|0.04463|-0.02288
covered 0.0899445 1 6|b_reminder -1.76979 2 5|margin 0.254902 3 4|-0.04484|-0.001132|0.02236|signed_apart 0.5 7 10|m_length 3.5 8 9|-0.0316|0.01022|n_sources 1.5 11 12|-0.009178|0.03557
covered 0.113593 1 8|b_update -1.87234 2 5|columns 1.26058 3 4|-0.04757|0.008808|m_formal 0.5 6 7|-0.002926|0.02388|subject 0.197673 9 12|cosine 0.159989 10 11|-0.0005385|0.04421|substance_lead 0.278646 13 14|-0.03742|0.01485
other_asks_the_same 0.5 1 8|m_length 3.5 2 5|b_cancel -6.67034 3 4|-0.04698|0.00211|earlier 0.5 6 7|0.03717|-0.006492|office_apart 0.5 9 10|-0.007816|mailbox_apart 0.5 11 12|0.0422|-0.003725
subject_of_other 0.0598135 1 8|b_cancel -3.68233 2 5|m_formal 3.5 3 4|-0.04241|0.01282|shared_weight 0.0548592 6 7|0.02361|-0.002324|unique 0.140591 9 12|b_duplicate -5.69482 10 11|-0.04403|0.01188|substance 0.101123 13 14|-0.01098|0.03167
b_cancel -6.82034 1 8|substance 0.267546 2 5|quiet_hours 147.833 3 4|-0.04776|0.001055|m_fields 3.5 6 7|-0.01104|0.02027|concepts 0.633333 9 12|shared_weight 0.482127 10 11|-0.03134|0.02057|over_days 0.0138889 13 14|0.03751|-0.01133
quiet_hours 53.0 1 8|columns 0.134856 2 5|covered 0.200886 3 4|-0.0427|0.0206|b_cancel -6.83882 6 7|-0.01282|0.03415|b_duplicate -5.3411 9 12|cosine_lead 0.334759 10 11|-0.04888|0.004299|cosine 0.130583 13 14|-0.01384|0.02191
concepts 0.633333 1 8|fields_special 0.5 2 5|cosine 0.264276 3 4|-0.03919|0.01038|who -0.5 6 7|0.03059|-0.007268|b_reminder -6.47089 9 12|b_reminder -6.86581 10 11|0.01953|-0.0194|who_tell 0.25 13 14|0.004965|0.04615
quiet_hours 53.0 1 8|m_length 1.5 2 5|population_apart 0.5 3 4|-0.03309|0.0007653|updated 0.5 6 7|0.0282|-0.0099|fields 0.908333 9 12|b_reminder -6.66958 10 11|-0.04735|0.004035|0.01794
b_cancel -6.82034 1 6|fields 0.854167 2 5|substance 0.267546 3 4|-0.05088|0.006165|0.02119|fields 0.134856 7 10|cosine_lead 0.20967 8 9|-0.03557|0.01513|who_lead -3.75 11 12|-0.01484|0.03654
other_asks_the_same 0.5 1 8|m_fields 4.5 2 5|b_update -4.14207 3 4|-0.04004|0.009474|b_none -6.56271 6 7|-0.01993|0.03853|fields_special 1.5 9 12|office_apart 0.5 10 11|-0.0007432|0.03765|b_duplicate -6.70338 13 14|0.01981|-0.0206
b_cancel -6.82034 1 6|fields 0.80625 2 5|b_update -6.61028 3 4|-0.005985|-0.04825|0.01784|m_fields 4.5 7 10|unique 0.783268 8 9|-0.02358|0.0325|columns 0.134856 11 12|-0.01567|0.04107
other_asks_the_same 0.5 1 6|b_cancel -6.82034 2 3|-0.04575|m_fields 4.5 4 5|-0.01441|0.02605|office_apart 0.5 7 8|-0.007481|unique 0.140591 9 10|-0.005019|0.04226
subject_of_other 0.0598135 1 8|b_new -0.601807 2 5|b_reminder -1.8062 3 4|-0.002255|0.02164|m_formal 3.5 6 7|-0.04066|0.01313|due_hours 223.667 9 12|covered 0.205209 10 11|-0.0005234|0.03528|b_new 3.91747 13 14|0.01641|-0.03085
b_duplicate -4.91566 1 8|substance 0.267546 2 5|quiet_hours 2.91667 3 4|0.01781|-0.03045|stranger_named 0.5 6 7|-0.01071|0.0346|due_hours 218.833 9 12|columns 0.155159 10 11|-0.004126|0.04082|unique 0.675307 13 14|-0.01881|0.01035
"""
